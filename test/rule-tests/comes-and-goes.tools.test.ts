// Of an alert that comes and goes its test and its card say when it fires, when it stops, and what is not played.
import { alert, counter, follows, gauge, grows, holds, metrics } from "signalbox";
import { describe, expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { filesOfEach } from "../../generators/output.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { alertCards } from "../../generators/targets/docs/alert-cards.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

const game = metrics(api, {
  shop_fps: gauge({ help: "Frames a second.", unit: "fps" }),
  shop_errors_total: counter({ help: "Errors.", unit: "errors", labels: { kind: "*" } }),
});
const { shop_fps: fps, shop_errors_total: errors } = game;
const jump = holds(fps, { ok: 1, limit: 4, firing: 5 });
const usual = [
  "silent when all is well",
  "silent at the limit",
  "fires, then resolves",
  "silent when none of its series exist",
];

type Options = Pick<Parameters<typeof alert>[0], "expr" | "scenario" | "for"> &
  Partial<Pick<Parameters<typeof alert>[0], "keepFiringFor" | "allow">>;

function playedOf(options: Options) {
  const Frames = alert({ ...plainWords, ...options });
  const model = testedModel(resolve(definitionsWith({ metrics: { game }, alerts: { Frames } })).model);
  const found = model.ruleTests.find(({ name }) => name === "Frames");
  if (!found) throw new Error("there is no alert");
  expect(found.complaints).toEqual([]);
  const card = filesOfEach(alertCards, model)["docs/alerts/Frames.md"] ?? "";
  return { ruleTest: found, more: found.shows.filter((name) => !usual.includes(name)), card };
}

interface Case {
  readonly options: Options;
  readonly more: readonly string[];
  readonly unplayed?: readonly string[];
}

const because = "Not played, because it comes and goes:";
const gap = "holds through a failed scrape, and ends soon when its target is gone";
const stops = (after: string) => `stops by itself after ${after}, though its series go on as they were`;

const cases: Readonly<Record<string, Case>> = {
  "a change that is seen for one window": {
    options: {
      expr: fps.changes("1m").gt(0),
      for: "0m",
      scenario: follows(fps, "15s", { ok: [1], firing: [2] }),
    },
    more: [stops("1m")],
  },
  "the same, kept for a while": {
    options: {
      expr: fps.changes("1m").gt(0),
      for: "0m",
      keepFiringFor: "5m",
      scenario: follows(fps, "15s", { ok: [1], firing: [2] }),
    },
    more: [stops("6m")],
  },
  "what goes on": {
    options: {
      expr: fps.changes("5m").gt(1),
      for: "0m",
      scenario: { given: [follows(fps, "30s", { ok: [1], firing: [2, 3] })], after: "5m" },
    },
    more: [],
  },
  "what is compared with ten minutes before": {
    options: {
      expr: fps.sub(fps.offset("10m")).gt(3),
      for: "0m",
      scenario: { given: [jump], after: "1m" },
      allow: { "alerts-see-new-targets": "It is watched by another alert." },
    },
    more: [stops("10m"), "silent for a target that is new, even 10m after its first sample"],
  },
  "what fires for a new target, and then stops": {
    options: {
      expr: fps.gt(3).unless(fps.offset("10m").gt(3)),
      for: "1m",
      scenario: { given: [holds(fps, { ok: 1, limit: 3, firing: 5 })], after: "1m" },
    },
    more: [
      gap,
      stops("9m"),
      "fires when it is ten times worse",
      "fires for a target that is new, 1m after its first sample",
    ],
  },
  "an hour ago must have been busy": {
    options: {
      expr: fps.gt(45).and(fps.offset("1h").gt(20)),
      for: "5m",
      scenario: { given: [holds(fps, { ok: 10, limit: 45, firing: 50 })], after: "1h" },
    },
    more: [
      gap,
      "fires when it is ten times worse",
      "fires for a target that is new, 1h5m after its first sample",
    ],
  },
  "what comes and goes, with two conditions": {
    options: {
      expr: fps.gt(3).unless(fps.offset("10m").gt(3)),
      for: "1m",
      scenario: { given: [holds(fps, { ok: 1, limit: 3, firing: 5 })], within: "5m" },
    },
    more: [
      "fires within 5m, then resolves",
      "fires when it is ten times worse",
      "fires for a target that is new, 1m after its first sample",
    ],
    unplayed: [gap],
  },
  "what comes and goes, and is one number of all instances": {
    options: {
      expr: fps.delta("10m").sumBy("job").gt(3),
      for: "0m",
      scenario: { given: [jump], within: "5m" },
    },
    more: ["fires within 5m, and stops by itself", "fires when one instance of three is bad"],
  },
  "what comes and goes, and is a mean": {
    options: {
      expr: fps.delta("10m").avgBy("job").gt(3),
      for: "0m",
      scenario: { given: [jump], within: "5m" },
    },
    more: ["fires within 5m, and stops by itself", "silent when one instance of three is bad"],
  },
  "what comes and goes, of a counter that is born": {
    options: {
      expr: errors.increase("5m").gt(3),
      for: "1m",
      scenario: { given: [grows(errors, "5m", { ok: 0, limit: 3, firing: 6 })], within: "10m" },
    },
    more: [
      "fires within 10m, then resolves",
      "silent when its counters reset",
      "fires when its series are new",
      "silent when its target fails, goes and comes back",
    ],
  },
};

describe.each(Object.entries(cases))("%s", (_, { options, more, unplayed = [] }) => {
  const played = playedOf(options);
  test("its test and its card say what is played, and what is not", () => {
    expect(played.more).toEqual(more);
    for (const name of more) expect(played.card).toContain(`- ${name}\n`);
    const list = unplayed.map((name) => `- ${name}\n`).join("");
    if (unplayed.length > 0) expect(played.card).toContain(`${because}\n\n${list}`);
    else expect(played.card).not.toContain("Not played");
  });
  test("promtool agrees", async () => {
    expect(await failuresOf(played.ruleTest)).toBe("");
  });
});
