// Two versions of small alerts, played on both by the real promtool.
import { alert, gauge, holds, metrics, runs, type Definitions } from "signalbox";
import { beforeAll, expect, test } from "vitest";
import { alertNamed } from "../../generators/model/lookups.ts";
import { resolve } from "../../generators/model/resolve.ts";
import type { PlayedPair } from "../../generators/review/played.ts";
import { crossPlay } from "../../scripts/diff/cross-play.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { api, plainWords, sales } from "../checks/small-shop.ts";

const game = metrics(api, { shop_queue: gauge({ help: "Orders that wait.", unit: "orders" }) });
const { shop_queue: queue } = game;
const orders = sales.shop_orders_total;
const web = orders.where({ channel: "web" });
const above = holds(queue, { ok: 10, limit: 100, firing: 101 });
const further = holds(queue, { ok: 10, limit: 200, firing: 201 });
const fast = runs(web, { ok: 1, limit: 100, firing: 110 });

const plain = { ...plainWords, for: "5m" } as const;
const pairs = {
  higher: [
    alert({ ...plain, expr: queue.gt(100), scenario: above }),
    alert({ ...plain, expr: queue.gt(200), scenario: further }),
  ],
  longer: [
    alert({ ...plain, expr: queue.gt(100), scenario: above }),
    alert({ ...plain, for: "10m", expr: queue.gt(100), scenario: above }),
  ],
  kept: [
    alert({ ...plain, expr: queue.gt(100), scenario: above }),
    alert({ ...plain, keepFiringFor: "10m", expr: queue.gt(100), scenario: above }),
  ],
  window: [
    alert({ ...plain, expr: orders.rate("5m").sumBy("instance").gt(100), scenario: fast }),
    alert({ ...plain, expr: orders.rate("20m").sumBy("instance").gt(100), scenario: fast }),
  ],
  matcher: [
    alert({ ...plain, expr: orders.rate("5m").sumBy("instance").gt(100), scenario: fast }),
    alert({
      ...plain,
      expr: orders.where({ channel: "phone" }).rate("5m").sumBy("instance").gt(100),
      scenario: runs(orders.where({ channel: "phone" }), { ok: 1, limit: 100, firing: 110 }),
    }),
  ],
  identity: [
    alert({ ...plain, expr: queue.sumBy("instance").gt(100), scenario: above }),
    alert({ ...plain, expr: queue.sumBy("job").gt(100), scenario: above }),
  ],
} as const;

type Name = keyof typeof pairs;

let played: ReadonlyMap<Name, PlayedPair>;
beforeAll(async () => {
  const names: readonly Name[] = ["higher", "longer", "kept", "window", "matcher", "identity"];
  const versions = names.map((name) => {
    const [base, head] = pairs[name].map((Orders) => versionOf({ metrics: { game }, alerts: { Orders } }));
    if (!base || !head) throw new Error(`${name} has two versions`);
    return { base, head };
  });
  const found = await crossPlay(versions, await findTool("promtool"));
  played = new Map(found.flatMap((one, index) => (names[index] ? [[names[index], one]] : [])));
}, 120_000);

function versionOf(parts: Parts) {
  const definitions: Definitions = definitionsWith(parts);
  const { model } = resolve(definitions);
  const found = alertNamed(model, "Orders");
  if (!found) throw new Error("there is no alert");
  return { alert: found, model };
}

function scenariosOf(name: Name) {
  return played.get(name)?.scenarios ?? [];
}

test("a higher threshold: between both fires the old one alone", () => {
  for (const { firesFrom, witness } of scenariosOf("higher")) {
    expect(firesFrom).toEqual({
      base: { kind: "value", firing: 101, silent: 100, when: "above" },
      head: { kind: "value", firing: 201, silent: 200, when: "above" },
    });
    expect([witness?.outcomes.base.kind, witness?.outcomes.head.kind]).toEqual(["fires", "silent"]);
  }
  expect(scenariosOf("higher").map(({ of }) => of)).toEqual(["head", "base"]);
});

test("a longer `for`: the same values, and five minutes later", () => {
  const [{ outcomes, witness, firesFrom } = {}, ...others] = scenariosOf("longer");
  expect(others).toEqual([]);
  expect(witness).toBeUndefined();
  expect(firesFrom?.base).toEqual(firesFrom?.head);
  expect(outcomes).toMatchObject({ base: { afterMs: 300_000 }, head: { afterMs: 600_000 } });
  const [base, head] = [played.get("longer")?.times.base, played.get("longer")?.times.head];
  expect(head?.map(({ latestMs }) => latestMs - 300_000)).toEqual(base?.map(({ latestMs }) => latestMs));
});

test("keepFiringFor: it goes on when all is well again", () => {
  const [{ outcomes } = {}] = scenariosOf("kept");
  expect(outcomes).toMatchObject({ base: { goesOnMs: 0 }, head: { goesOnMs: 600_000 } });
});

test("a longer window: later, as more of what was well is in it", () => {
  const [{ outcomes } = {}] = scenariosOf("window");
  const [base, head] = [outcomes?.base, outcomes?.head];
  if (base?.kind !== "fires" || head?.kind !== "fires") throw new Error("both fire");
  expect(head.afterMs - base.afterMs).toBeGreaterThan(10 * 60_000);
});

test("another matcher: each is silent in the scenario of the other", () => {
  const all = scenariosOf("matcher").map(({ of, outcomes }) => [of, outcomes.base.kind, outcomes.head.kind]);
  expect(all).toEqual([
    ["head", "fires", "fires"],
    ["base", "fires", "silent"],
  ]);
});

test("another grouping: it fires as something else", () => {
  const [{ outcomes } = {}] = scenariosOf("identity");
  const names = [outcomes?.base, outcomes?.head].map((one) =>
    one?.kind === "fires"
      ? one.labels.map((labels) => Object.keys(labels).filter((label) => /^(?:instance|job)$/.test(label)))
      : [],
  );
  expect(names).toEqual([[["instance"]], [["job"]]]);
});
