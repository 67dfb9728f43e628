import { expect, test } from "vitest";
import { comparisonOf } from "../../generators/review/comparison.ts";
import { versionOfModel } from "../../generators/review/of-model/version-of-model.ts";
import { askedConfig } from "../../generators/review/routed/asked-config.ts";
import { routingQuestion } from "../../generators/review/routed/question.ts";
import { exampleTestedModel } from "../example-model.ts";
import { withRules, type Files } from "./plain-shop.ts";
import { alertmanager, criticalRoute, inhibition, routedShop, type Replacement } from "./routed-shop.ts";

test.each<[string, readonly Replacement[], Files]>([
  ["nothing", [], {}],
  ["a threshold", [], withRules("> 100", "> 200")],
  ["a text", [], withRules("Many errors.", "Too many errors.")],
  [
    "a comment and the order of keys",
    [
      [
        "  receiver: team\n  group_by: [alertname]\n",
        "  # Both.\n  group_by: [alertname]\n  receiver: team\n",
      ],
    ],
    {},
  ],
  [
    "a text of all notifications",
    [["route:", "global: { slack_api_url: 'http://example.org' }\nroute:"]],
    {},
  ],
])("%s is no question for an Alertmanager", (_, changes, files) => {
  expect(routingQuestion(routedShop(changes, files))).toBeUndefined();
});

/** Which alerts are asked about, with how many sets of labels each. */
function asked(changes: readonly Replacement[], files: Files = {}) {
  const question = routingQuestion(routedShop(changes, files));
  const counts = (side: "base" | "head") =>
    Object.fromEntries(question?.[side].alerts.map(({ alert, sets }) => [alert.name, sets.length]) ?? []);
  return [counts("base"), counts("head")];
}

test("of alerts that have other labels these are asked, and of another configuration all", () => {
  expect(asked([], withRules("severity: warning", "severity: low"))).toEqual([
    { QueueLong: 4 },
    { QueueLong: 4 },
  ]);
  expect(asked([], withRules("alert: QueueLong", "alert: QueueFull"))).toEqual([
    { QueueLong: 4 },
    { QueueFull: 4 },
  ]);
  const all = { ManyErrors: 4, QueueLong: 4 };
  expect(asked([[criticalRoute, ""]])).toEqual([all, all]);
  expect(asked([[inhibition, ""]])).toEqual([all, all]);
  expect(asked([["monday:friday", "monday:saturday"]])).toEqual([all, all]);
  expect(asked([["#shop", "#others"]])).toEqual([all, all]);
});

test("an alert may have each value that a route asks for, one that none asks for, and in plain files none", () => {
  const question = routingQuestion(
    routedShop([], withRules("severity: warning", 'severity: "{{ $labels.how }}"')),
  );
  const sets = question?.head.alerts[0]?.sets ?? [];
  expect(new Set(sets.map(({ severity }) => severity))).toEqual(
    new Set(["any other", "critical", "warning"]),
  );
  expect(new Set(sets.map(({ zone }) => zone))).toEqual(new Set([undefined, "any other", "a", "b"]));
});

test("with no value of a secret, and no address but ours, the same routes are asked at any time and in each week", () => {
  const side = routingQuestion(routedShop([["#shop", "#others"]]))?.base;
  if (!side) throw new Error("there is a question");
  const config = askedConfig(side, "http://127.0.0.1:1/");
  const text = JSON.stringify(config);
  expect(text).not.toMatch(/secret|hooks|zone@example|#shop/);
  expect(config).toMatchObject({
    route: {
      routes: [
        { matchers: ['signalbox_copy="unsent"'], receiver: "team" },
        {
          matchers: ['signalbox_copy="0"'],
          group_wait: "0s",
          routes: [{}, { mute_time_intervals: ["signalbox: always"] }],
        },
        {
          matchers: ['signalbox_copy="1"'],
          group_wait: "0s",
          routes: [{}, { mute_time_intervals: ["signalbox: never"] }],
        },
      ],
    },
  });
  expect(config["receivers"]).toHaveLength(4);
});

test("of a project all labels are known: nothing is asked that cannot be", () => {
  const base = versionOfModel(exampleTestedModel());
  const head = { ...base, routing: { config: alertmanager, knowsAllLabels: true } };
  const question = routingQuestion(comparisonOf(base, head));
  const sets = question?.head.alerts.flatMap((one) => one.sets) ?? [];
  expect(sets.every((set) => set["alertname"] !== undefined && !("zone" in set))).toBe(true);
  expect(question?.head.alerts).toHaveLength(base.alerts.length);
  expect(routingQuestion(comparisonOf(base, base))).toBeUndefined();
});

test("without a configuration in both versions there is nothing to ask", () => {
  const comparison = routedShop([], withRules("severity: warning", "severity: low"));
  const { base, head } = comparison;
  expect(routingQuestion(comparisonOf({ ...base, routing: undefined }, head))).toBeUndefined();
});
