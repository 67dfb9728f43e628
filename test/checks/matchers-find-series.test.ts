import {
  alert,
  everyJob,
  gauge,
  jsonEndpoint,
  jsonFields,
  metrics,
  probe,
  probeModule,
  promql,
  query,
  recording,
  runs,
  scrapeJob,
  timeSeries,
  variable,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { probeMetrics } from "../../generators/language/probe.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "matchers-find-series";
const orders = sales.shop_orders_total;

const tills = scrapeJob("shop-tills", {
  description: "The tills.",
  targets: ["till-1:9100", "till-2:9100"],
});
const till = metrics(tills, { till_coins: gauge({ help: "Coins.", unit: "coins" }) });
const oven = jsonEndpoint("shop-oven", {
  description: "The oven.",
  targets: ["http://oven-1:8000/state"],
  sample: { top: 200, bottom: 180 },
});
const heat = metrics(oven, {
  oven_heat: gauge({ help: "Heat.", unit: "celsius", labels: { side: "*" } }),
});
const fields = jsonFields(oven, {
  top: heat.oven_heat.where({ side: "top" }),
  bottom: heat.oven_heat.where({ side: "bottom" }),
});
const page = probe("shop-page", {
  description: "The page.",
  module: probeModule("ok", { description: "It answers.", timeout: "5s" }),
  targets: ["https://shop.internal/health"],
});
const seen = probeMetrics(page);
const parts = {
  jobs: { tills, oven, page },
  metrics: { till, heat },
  jsonFields: { fields },
};

type Expr = Parameters<typeof query>[0];
const problems = (expr: Expr) => {
  const panel = timeSeries({ title: "Asked", description: "What is asked.", queries: [query(expr)] });
  return problemsOf(id, definitionsWith({ ...parts, dashboards: { more: dashboardWith(panel) } }));
};
const coins = till.till_coins;

describe("a value that something has is found", () => {
  test.each<[string, Expr]>([
    ["an instance", coins.where({ instance: "till-1:9100" })],
    ["all but one", coins.whereNot({ instance: "till-1:9100" })],
    ["several", coins.where({ instance: ["till-1:9100", "till-2:9100"] })],
    ["a pattern", coins.where({ instance: /till-.*/ })],
    ["all but a pattern", coins.whereNot({ instance: /till-1.*/ })],
    ["any", promql`till_coins{job="shop-tills",instance!=""}`],
    ["of a JSON endpoint", heat.oven_heat.where({ instance: "oven-1:8000" })],
    ["a field", heat.oven_heat.where({ side: "top" })],
    ["of a probe", seen.probe_success.where({ instance: "https://shop.internal/health" })],
    ["of any job", everyJob.up.where({ instance: "till-2:9100" })],
    ["of a recording", orderRate.where({ instance: "localhost:8080" })],
    ["a variable", promql`till_coins{job="shop-tills",instance=~"$instance"}`],
    ["of what is known to nobody", promql`ALERTS{instance="somewhere"}`],
  ])("%s", (_, expr) => {
    expect(problems(expr)).toEqual([]);
  });
});

describe("a value that nothing has is a problem", () => {
  const ofTills = 'no target of job "shop-tills"';
  test.each<[string, Expr, string, string]>([
    [
      "an instance",
      coins.where({ instance: "tlil-1:9100" }),
      `instance="tlil-1:9100", but ${ofTills} is that`,
      'write "till-1:9100"',
    ],
    [
      "all but one",
      coins.whereNot({ instance: "till-3:9100" }),
      `instance!="till-3:9100", but ${ofTills} is that`,
      'write "till-1:9100"',
    ],
    [
      "nothing like it",
      coins.where({ instance: "kitchen" }),
      `instance="kitchen", but ${ofTills} is that`,
      'write one of "till-1:9100", "till-2:9100"',
    ],
    [
      "one of several",
      coins.where({ instance: ["till-1:9100", "till-2:9200"] }),
      `instance=~"till-2:9200", but ${ofTills} matches that`,
      'write "till-2:9100"',
    ],
    [
      "a pattern",
      coins.where({ instance: /tills-.*/ }),
      `instance=~"tills-.*", but ${ofTills} matches that`,
      'write one of "till-1:9100"',
    ],
    [
      "all but a pattern",
      coins.whereNot({ instance: /tills-.*/ }),
      `instance!~"tills-.*", but ${ofTills} matches that`,
      'write one of "till-1:9100"',
    ],
    [
      "without its port",
      coins.where({ instance: "till-1" }),
      `instance="till-1", but ${ofTills} is that`,
      "write one of",
    ],
    [
      "as text",
      promql`till_coins{job="shop-tills",instance="till1:9100"}`,
      `instance="till1:9100", but ${ofTills} is that`,
      'write "till-1:9100"',
    ],
    [
      "the address of a JSON endpoint",
      heat.oven_heat.where({ instance: "http://oven-1:8000/state" }),
      `instance="http://oven-1:8000/state", but no target of job "shop-oven" is that`,
      'write "oven-1:8000"',
    ],
    [
      "a field",
      heat.oven_heat.where({ side: "tpo" }),
      `side="tpo", but no field of job "shop-oven" is that`,
      'write "top"',
    ],
    [
      "of a probe",
      seen.probe_success.where({ instance: "https://shop.internal/helth" }),
      `instance="https://shop.internal/helth", but no target of job "shop-page" is that`,
      'write "https://shop.internal/health"',
    ],
    [
      "of any job",
      everyJob.up.where({ instance: "till-9:9100" }),
      `instance="till-9:9100", but no target of job`,
      'write "till-1:9100"',
    ],
    [
      "of a recording",
      orderRate.where({ instance: "localhsot:8080" }),
      `instance="localhsot:8080", but no target of job "shop-api" is that`,
      'write "localhost:8080"',
    ],
  ])("%s", (_, expr, message, fix) => {
    const [only, ...others] = problems(expr);
    expect(only).toContain(`panel "Asked" asks for ${message}`);
    expect(only).toContain(`(${id})\n  fix: ${fix}`);
    expect(others).toEqual([]);
  });
});

test("in alerts, recordings, panels and variables, each at its line", () => {
  const wrong = { instance: "localhsot:8080" };
  // alert
  const Firing = alert({
    ...plainWords,
    expr: orders.where({ channel: "web", instance: "localhst:8080" }).rate("5m").gt(5),
  });
  // recording
  const rate = recording("instance:shop_orders:rate1h", orders.where(wrong).rate("1h").sumBy("instance"), {
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: "missing" },
  });
  // variable
  const channel = variable("channel", {
    title: "Channel",
    of: orders.where({ instance: "lcalhost:8080" }),
    label: "channel",
  });
  const more = { ...dashboardWith(), variables: [channel] };
  const found = problemsOf(
    id,
    definitionsWith({ recordings: { orderRate, rate }, alerts: { Firing }, dashboards: { more } }),
  );
  expect(found.map((one) => one.split(" asks")[0])).toEqual([
    `${at("alert")}: alert "Firing"`,
    `${at("recording")}: recording "instance:shop_orders:rate1h"`,
    `${at("variable")}: variable "channel"`,
  ]);
});

test("the same mistake at several places is one problem", () => {
  const wrong = coins.where({ instance: "till-3:9100" });
  const panel = timeSeries({
    title: "Asked",
    description: "What.",
    queries: [query(wrong), query(wrong.avgOverTime("5m"))],
  });
  const found = problemsOf(id, definitionsWith({ ...parts, dashboards: { more: dashboardWith(panel) } }));
  expect(found).toHaveLength(1);
});
