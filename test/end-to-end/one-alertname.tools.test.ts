import { alert, inhibition, runs, timeSeries } from "signalbox";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compile } from "../../generators/compile.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import { formatProblem } from "../../generators/problem.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { testedRules } from "../../generators/targets/prometheus/tested-rules.ts";
import { filesOfTrial } from "../../scripts/mutate/trial.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { critical, low } from "../checks/small-platform.ts";
import { dashboardWith, orderRate, sales } from "../checks/small-shop.ts";
import { failuresOfEach } from "../rule-tests/promtool.ts";

const web = sales.shop_orders_total.where({ channel: "web" });
const rest = {
  component: "shop",
  for: "5m",
  summary: "Many orders",
  description: "There are many.",
  impact: "None.",
  actions: ["Look."],
} as const;
const scenario = (limit: number) => runs(web, { ok: 1, limit, firing: limit + 1 });
const ManyOrders = alert({ ...rest, severity: critical, expr: orderRate.gt(50), scenario: scenario(50) });
const ManyOrdersLow = alert({
  ...rest,
  named: "ManyOrders",
  severity: low,
  expr: orderRate.gt(20),
  scenario: scenario(20),
});
const OrdersAbove80 = alert({
  ...rest,
  named: "Orders(>80/s), é",
  severity: low,
  expr: orderRate.gt(80),
  scenario: scenario(80),
});
const worseFirst = inhibition("many-orders", {
  source: { alert: ManyOrders },
  target: { alert: ManyOrdersLow },
  equal: ["instance"],
});
const panel = timeSeries({ title: "Orders", description: "Per second.", queries: [orderRate] });
const { services, ...platform } = definitionsWith({
  alerts: { ManyOrders, ManyOrdersLow, OrdersAbove80 },
  inhibitions: { worseFirst },
  dashboards: { more: dashboardWith(panel) },
});
const definitions = {
  ...platform,
  services: services.map((one) => ({ ...one, foreignNames: "The mixin names them." })),
};
const { problems, files } = compile(definitions);
const names = ["ManyOrders", "ManyOrdersLow", "OrdersAbove80"];

test("nothing is wrong with two alerts of one name, nor with one that is no identifier", () => {
  expect(problems.map(formatProblem)).toEqual([]);
});

test("Prometheus has their names, and files have those of their exports", () => {
  const rules = files["prometheus/alerts.yml"] ?? "";
  expect(rules.match(/- alert: ManyOrders$/gm)).toHaveLength(2);
  expect(rules).toMatch(/- alert: "?Orders\(>80\/s\), é"?$/m);
  for (const name of names) {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        `docs/alerts/${name}.md`,
        `docs/messages/${name}.md`,
        `prometheus/tests/${name}.test.yml`,
        `prometheus/tests/rules/${name}.yml`,
      ]),
    );
    expect(rules).toContain(`/alerts/${name}.md`);
  }
  expect(files["docs/alerts/ManyOrdersLow.md"]).toContain("# ManyOrders\n");
  expect(testedRules({ files })).toEqual([]);
});

test("a reference to one of them means it alone", () => {
  const config = files["alertmanager/alertmanager.yml"] ?? "";
  expect(config).toMatch(/source_matchers:\n +- alertname="ManyOrders"\n +- severity="critical"/);
  expect(config).toMatch(/target_matchers:\n +- alertname="ManyOrders"\n +- severity="low"/);
  expect(files["docs/alerts/ManyOrdersLow.md"]).toContain("**Inhibited by:** [ManyOrders]");
});

test("their tests hold, and not those of the other", async () => {
  const { model } = resolve(definitions);
  const own = testedModel(model).ruleTests.filter(({ rule }) => names.includes(rule.name));
  expect(own.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(await failuresOfEach(own)).toEqual(["", "", ""]);
  const [first, second] = own;
  if (!first || !second) throw new Error("they are gone");
  const [failure] = await failuresOfEach([{ testFile: second.testFile, ruleFile: first.ruleFile }]);
  expect(failure).not.toBe("");
  const named = (name: string) => ({ mutant: undefined, name });
  for (const ruleTest of own) {
    const candidates = ["__0__", "__1__"].map((end) => named(`${ruleTest.name}${end}`));
    const trials = ruleTest.testFile.tests.map((group) => filesOfTrial({ ruleTest, group, candidates }));
    const tried = trials.map((trial) => ({
      testFile: parse(trial["trial.test.yml"] ?? ""),
      ruleFile: parse(trial["rules.yml"] ?? ""),
    }));
    expect(tried[0]?.ruleFile.groups.at(-1).rules).toHaveLength(2);
    expect(await failuresOfEach(tried)).toEqual(tried.map(() => ""));
  }
  expect(new Set(mutantsOf(first.rule, model).map(({ mutated }) => mutated.id))).toEqual(
    new Set(["ManyOrders"]),
  );
});
