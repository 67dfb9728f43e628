import { alert, everyRecording, recording, runs, timeSeries, type Word } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import { formatProblem } from "../../generators/problem.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { testedRules } from "../../generators/targets/prometheus/tested-rules.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { low } from "../checks/small-platform.ts";
import { sales } from "../checks/small-shop.ts";
import { dashboardWith } from "../checks/small-shop.ts";
import { failuresOfEach } from "./promtool.ts";

const [web, phone] = (["web", "phone"] as const).map((channel) => sales.shop_orders_total.where({ channel }));
if (!web || !phone) throw new Error("there are two channels");
const name = "instance:shop_orders_by_tier:rate5m";
const webRate = recording(name, web.rate("5m").sumBy("instance"), {
  help: "Orders per second over the web.",
  labels: { tier: "web" },
  example: { given: [runs(web, 3)], expect: 3 },
});
const phoneRate = recording(name, phone.rate("5m").sumBy("instance"), {
  help: "Orders per second by phone.",
  labels: { tier: "phone" },
  example: { given: [runs(phone, 2)], expect: 2 },
});
const all = everyRecording(webRate, phoneRate);
const rest = {
  severity: low,
  component: "shop",
  for: "5m",
  description: "There are many.",
  impact: "None.",
  actions: ["Look."],
} as const;
const summary = ({ labels, value }: { labels: { tier: Word }; value: Word }) => `${value} of ${labels.tier}`;
const levels = { ok: 1, limit: 5, firing: 6 };
const ManyOfWeb = alert({ ...rest, expr: webRate.gt(5), summary, scenario: runs(web, levels) });
const ManyOfAny = alert({
  ...rest,
  expr: all.gt(5),
  summary,
  scenario: [{ given: [runs(web, levels)] }, { given: [runs(phone, levels)] }],
});
const ManyInAll = alert({
  ...rest,
  expr: all.sumBy("instance").gt(7),
  summary: ({ value }) => `${value}`,
  scenario: {
    given: [runs(web, { ok: 1, limit: 5, firing: 6 }), runs(phone, { ok: 2, limit: 2, firing: 2 })],
  },
});
const panel = timeSeries({ title: "Orders by tier", description: "Per second.", queries: [all] });
const definitions = definitionsWith({
  recordings: { webRate, phoneRate },
  alerts: { ManyOfWeb, ManyOfAny, ManyInAll },
  dashboards: { tiers: dashboardWith(panel) },
});
const { model } = resolve(definitions);
const ruleTests = ruleTestsOf(model);
const compiled = compile(definitions);

test("nothing is wrong with two recordings of one name", () => {
  const others = ["alerts-have-a-panel", "names-are-unique"];
  expect(compiled.problems.filter(({ check }) => !others.includes(check)).map(formatProblem)).toEqual([]);
});

test("each has files and a section of its own, and nothing of either is left out", () => {
  const files = Object.keys(compiled.files).filter((path) => path.includes("shop_orders_by_tier"));
  expect(files.sort()).toEqual(
    ["phone", "web"]
      .flatMap((tier) => [
        `prometheus/tests/instance.shop_orders_by_tier.rate5m.${tier}.test.yml`,
        `prometheus/tests/rules/instance.shop_orders_by_tier.rate5m.${tier}.yml`,
      ])
      .sort(),
  );
  const page = compiled.files["docs/metrics/shop.md"] ?? "";
  expect(page).toContain(`### ${name}.web\n`);
  expect(page).toContain(`### ${name}.phone\n`);
  expect(testedRules({ files: compiled.files })).toEqual([]);
});

test("each knows who reads it", () => {
  const page = compiled.files["docs/metrics/shop.md"] ?? "";
  const usersOf = (tier: string) =>
    /^- Alerts: (.*)$/m.exec(page.slice(page.indexOf(`### ${name}.${tier}\n`)))?.[1]?.match(/Many\w+(?=\])/g);
  expect(usersOf("web")).toEqual(["ManyOfWeb", "ManyOfAny", "ManyInAll"]);
  expect(usersOf("phone")).toEqual(["ManyOfAny", "ManyInAll"]);
});

test("the tests of all of them hold", async () => {
  const own = ruleTests.filter(({ rule }) => rule.name === name || rule.name.startsWith("Many"));
  expect(own).toHaveLength(5);
  expect(own.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(await failuresOfEach(own)).toEqual(own.map(() => ""));
});

test("a handle chooses its rule, and its test loads no other: there is no mutant of that", () => {
  const alertOf = model.alerts.find((one) => one.name === "ManyOfWeb");
  if (!alertOf) throw new Error("it is gone");
  expect(mutantsOf(alertOf, model).map(({ id }) => id)).not.toContain("matcher tier dropped");
  const loaded = ruleTests.find(({ rule }) => rule === alertOf)?.ruleFile.groups ?? [];
  expect(loaded.flatMap(({ rules }) => rules).map(({ record }) => record)).toEqual([name, undefined]);
});
