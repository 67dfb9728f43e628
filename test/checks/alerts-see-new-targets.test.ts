import { alert, gauge, holds, metrics, runs } from "signalbox";
import type { Given } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "alerts-see-new-targets";
const hall = metrics(api, { shop_queue: gauge({ help: "Who waits.", unit: "people" }) });
const { shop_queue: queue } = hall;
const web = sales.shop_orders_total.where({ channel: "web" });
const waits = holds(queue, { ok: 3, limit: 5, firing: 6 });

type Condition = Pick<Parameters<typeof alert>[0], "expr">["expr"];

function problems(expr: Condition, scenario: Scenario | Given = waits, allow = {}): string[] {
  const Queue = alert({ ...plainWords, expr, scenario, allow });
  return problemsOf(id, definitionsWith({ metrics: { hall }, alerts: { Queue } }));
}

test("an alert that wants a past is reported, with what to write", () => {
  // wants a past
  const Queue = alert({ ...plainWords, expr: queue.gt(5).and(queue.offset("1h").gt(1)), scenario: waits });
  expect(problemsOf(id, definitionsWith({ metrics: { hall }, alerts: { Queue } }))).toEqual([
    `${at("wants a past")}: alert "Queue" is silent for a new target, which does from its first sample on what \`firing\` of its scenario says (${id})\n` +
      `  fix: let it fire without a past too, such as .unless(… .offset("1h")) instead of .and(…), or say why a new target need not be watched: allow: { "${id}": "…" }`,
  ]);
});

test.each([
  ["twice as many as an hour ago", queue.gt(5).and(queue.gt(queue.offset("1h").mul(1.5)))],
  ["more than the mean of the hour", queue.gt(5).and(queue.gt(queue.avgOverTime("1h").mul(1.1)))],
  ["more than an hour ago", queue.sub(queue.offset("1h")).gt(2)],
])("%s, which comes and goes", (_, expr) => {
  expect(problems(expr, { given: [waits], value: 6, within: "5m" })).toHaveLength(1);
});

test("what the past forbids is no past that is needed", () => {
  expect(problems(queue.gt(5).unless(queue.offset("1h").lt(1)))).toEqual([]);
});

test("a window that fills is no past", () => {
  expect(problems(queue.gt(5).and(queue.avgOverTime("30m").gt(5)))).toEqual([]);
  const runsFast = runs(web, { ok: 3, limit: 5, firing: 5.25 });
  expect(problems(web.rate("5m").gt(5).and(web.rate("1h").gt(4)), runsFast)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const expr = queue.gt(5).and(queue.offset("1h").gt(1));
  expect(problems(expr, waits, { [id]: "a new hall is full on its first day" })).toEqual([]);
});
