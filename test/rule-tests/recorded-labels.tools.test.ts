import { parse } from "yaml";
import { alert, holds, recording, runs, type Word } from "signalbox";
import { expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { withAddedLabel } from "../../generators/rule-tests/with-added-label.ts";
import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { low } from "../checks/small-platform.ts";
import { sales } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

const web = sales.shop_orders_total.where({ channel: "web" });
const webRate = recording("instance:shop_orders_by_tier:rate5m", web.rate("5m").sumBy("instance"), {
  help: "Orders per second over the web.",
  labels: { tier: "web" },
  example: { given: [runs(web, 3)], expect: 3 },
});
const rest = {
  severity: low,
  component: "shop",
  for: "5m",
  summary: ({ labels, value }: { labels: { tier: Word; instance: Word }; value: Word }) =>
    `${value} orders of the tier ${labels.tier} on ${labels.instance}`,
  description: "There are many.",
  impact: "None.",
  actions: ["Look."],
} as const;
const levels = { ok: 1, limit: 5, firing: 6 };
const recorded = webRate.where({ tier: "web" });
const ManyOrders = alert({ ...rest, expr: recorded.gt(5), scenario: runs(web, levels) });
const ManyRecorded = alert({ ...rest, expr: recorded.gt(5), scenario: holds(webRate, levels) });
const definitions = definitionsWith({ recordings: { webRate }, alerts: { ManyOrders, ManyRecorded } });
const { model } = resolve(definitions);
const tests = ruleTestsOf(model);

function testOf(name: string): RuleTest {
  const found = tests.find((one) => one.name === name);
  if (!found) throw new Error(`${name} has no test`);
  expect(found.complaints).toEqual([]);
  return found;
}

/** The rules of a test as they would be without labels of recordings. */
function unlabelled({ ruleFile }: RuleTest) {
  const groups = ruleFile.groups.map((group) => ({
    ...group,
    rules: group.rules.map(({ labels, ...rule }) => ("record" in rule ? rule : { ...rule, labels })),
  }));
  return { groups };
}

test("nothing is wrong with a recording that sets a label", () => {
  expect(
    compile(definitions)
      .problems.filter(({ check }) => check !== "alerts-have-a-panel")
      .map(formatProblem),
  ).toEqual([]);
});

test.each(["instance:shop_orders_by_tier:rate5m", "ManyOrders"])(
  "the test of %s holds, and fails where the label is not set",
  async (name) => {
    const { testFile, ...own } = testOf(name);
    expect(await failuresOf({ testFile, ruleFile: own.ruleFile })).toBe("");
    expect(await failuresOf({ testFile, ruleFile: unlabelled({ testFile, ...own }) })).not.toBe("");
  },
);

test("a ruler's label goes beside it", async () => {
  const own = testOf("ManyOrders");
  const [test = "", rules = ""] = Object.values(filesOf(own));
  const labelled = withAddedLabel({ test, rules }, own.rule, model);
  const ruleFile = parse(labelled.rules);
  expect(ruleFile.groups[0].rules[0].labels).toEqual({ added_by_a_ruler: "yes", tier: "web" });
  expect(await failuresOf({ testFile: parse(labelled.test), ruleFile })).toBe("");
});

test("what fires has the label, in its summary too", () => {
  expect(testOf("ManyOrders").fires).toMatchObject({
    exp_labels: { tier: "web" },
    exp_annotations: { summary: expect.stringContaining("of the tier web on") },
  });
});
