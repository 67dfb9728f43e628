import { alert, foreignRecording, recording, runs } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { dashboardWith, sales } from "../checks/small-shop.ts";
import { low } from "../checks/small-platform.ts";
import { timeSeries } from "signalbox";
import { failuresOfEach } from "../rule-tests/promtool.ts";

const web = sales.shop_orders_total.where({ channel: "web" });
const example = { given: [runs(web, 3)], expect: 3 };
const rateSum = foreignRecording("instance:orders:rate:sum", web.rate("5m").sumBy("instance"), {
  help: "Orders per second.",
  example,
});
const up1 = foreignRecording("orders1", rateSum.gt(2).series(), { help: "Only those that sell.", example });
const ofShop = recording("cluster:orders:rate5m", rateSum.sumBy("instance"), { help: "The same.", example });
const many_orders = alert({
  severity: low,
  component: "shop",
  expr: up1.gt(5),
  for: "5m",
  scenario: runs(web, { ok: 1, limit: 5, firing: 6 }),
  summary: ({ value }) => `${value} orders`,
  description: "There are many.",
  impact: "None.",
  actions: ["Look."],
});
const panel = timeSeries({ title: "Orders", description: "Per second.", queries: [ofShop, up1] });
const { services, ...rest } = definitionsWith({
  recordings: { rateSum, up1, ofShop },
  alerts: { many_orders },
  dashboards: { more: dashboardWith(panel) },
});
const foreignNames = "The mixin names them.";
const definitions = { ...rest, services: services.map((one) => ({ ...one, foreignNames })) };

test("rules keep the names that somebody else gave them, in all that is built", () => {
  const { problems, files } = compile(definitions);
  expect(problems.map(formatProblem)).toEqual([]);
  expect(files["prometheus/recordings.yml"]).toContain("- record: instance:orders:rate:sum\n");
  expect(files["prometheus/recordings.yml"]).toContain("- record: orders1\n");
  expect(files["prometheus/alerts.yml"]).toContain("- alert: many_orders\n");
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      "docs/alerts/many_orders.md",
      "prometheus/tests/instance.orders.rate.sum.test.yml",
    ]),
  );
  expect(files["docs/alerts/many_orders.md"]).toMatch(/^# many\\?_orders$/m);
});

test("their tests hold", async () => {
  const own = ruleTestsOf(resolve(definitions).model).filter(({ name }) =>
    /orders1|rate:sum|many_orders/.test(name),
  );
  expect(own).toHaveLength(3);
  expect(await failuresOfEach(own)).toEqual(own.map(() => ""));
});
