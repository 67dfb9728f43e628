// What expressions become before they are deployed.
import { describe, expect, test } from "vitest";
import { analyse } from "../../generators/promql/analysis.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { readText } from "../../generators/promql/read.ts";
import { robust, type RobustRule } from "../../generators/promql/robust/robust.ts";
import type { Scrapes } from "../../generators/promql/robust/scrapes.ts";
import { series } from "./example-series.ts";

const ofShop = { job: "shop" };
const catalogue = seriesCatalogue([
  series("up", "gauge", { job: ["shop"] }, { ...ofShop, unit: "bool" }),
  series("refused_total", "counter", { reason: "*" }, ofShop),
  series("sold_total", "counter", { channel: ["web", "phone"] }, ofShop),
  series(
    "wait_seconds_bucket",
    "bucket",
    { path: /\/.*/, le: ["1", "+Inf"] },
    { ...ofShop, observed: "seconds" },
  ),
  series("free", "gauge", {}, ofShop),
  series("tills", "gauge", { kind: ["self-service", "staffed"] }, { ...ofShop, unit: "none" }),
  series("build_info", "gauge", { version: "*" }, { ...ofShop, unit: "none" }),
  series("job:free:sum", "recorded"),
  series("job:free:avg5m", "recorded"),
]);
const scrapes: Scrapes = {
  catalogue,
  everyMs: () => 15_000,
  gapMs: (recording) => (recording === "job:free:sum" ? 60_000 : undefined),
};

function made(expr: string, rule: Partial<RobustRule> = {}) {
  const { node } = readText(expr);
  if (!node) throw new Error(`not PromQL: ${expr}`);
  const result = robust({ node, expr }, { forMs: 60_000, allow: {}, ...rule }, scrapes);
  // Whatever is made of it is PromQL that our own analysis has nothing against.
  const { diagnostics } = analyse(readText(result.expr), catalogue);
  // A sum of what is 0 or 1 counts how often it was 1.
  const others = diagnostics.filter(({ message }) => message !== "count >= bool: other units");
  expect(others).toEqual([]);
  return result;
}

const born = (selector: string, up = 'up{job="shop"}', window = "5m", before = "5m") =>
  `last_over_time(${selector}[${window}]) unless last_over_time(${selector}[45s] offset ${before}) unless ` +
  `count_over_time(${selector}[${window}]) >= on(job, instance) group_left() sum_over_time(${up}[${window}])`;

describe("births", () => {
  test.each([
    ["increase(refused_total[5m])", `${born("refused_total")} or increase(refused_total[5m])`],
    ["rate(refused_total[5m]) > 1", `((${born("refused_total")}) / 300 or rate(refused_total[5m])) > 1`],
    [
      'sum by (job) (increase(refused_total{job="shop",reason="card"}[5m]))',
      `sum by (job) (${born('refused_total{job="shop", reason="card"}')} or increase(refused_total{job="shop", reason="card"}[5m]))`,
    ],
    [
      "sum by (le) (rate(wait_seconds_bucket[5m]))",
      `sum by (le) ((${born("wait_seconds_bucket")}) / 300 or rate(wait_seconds_bucket[5m]))`,
    ],
  ])("%s", (expr, deployed) => {
    expect(made(expr, { forMs: 0 }).expr).toBe(deployed);
  });

  test("an offset moves all of it", () => {
    const { expr } = made("increase(refused_total[5m] offset 1h)");
    expect(expr).toContain("last_over_time(refused_total[5m] offset 1h)");
    expect(expr).toContain("last_over_time(refused_total[45s] offset 1h5m)");
    expect(expr).toContain('sum_over_time(up{job="shop"}[5m] offset 1h)');
  });

  test.each(["increase(sold_total[5m])", "delta(free[5m])", "resets(refused_total[5m])"])(
    "%s has none to hear",
    (expr) => expect(made(expr)).toMatchObject({ expr, births: [], unheard: [] }),
  );

  test.each(["irate(refused_total[5m])", "rate(refused_total[5m:1m])"])("%s cannot hear them", (expr) => {
    expect(made(expr)).toMatchObject({
      expr,
      births: [],
      unheard: [{ selector: { metric: "refused_total" } }],
    });
  });

  test("what its author allows stays as it is written", () => {
    const expr = "increase( refused_total[5m] )";
    const { unheard, ...kept } = made(expr, { allow: { "births-are-heard": "A first one is none." } });
    expect(kept.expr).toBe(expr);
    expect(unheard).toHaveLength(1);
  });
});

describe("gaps", () => {
  test.each([
    ["free < 5", "last_over_time(free[45s]) < 5"],
    ["free offset 1h < 5", "last_over_time(free[45s] offset 1h) < 5"],
    ["sum by (job) (free) < 5", "sum by (job) (last_over_time(free[45s])) < 5"],
    ["job:free:sum < 5", "last_over_time(job:free:sum[3m]) < 5"],
    ["free < 5 and up == 1", "last_over_time(free[45s]) < 5 and max_over_time(up[45s]) == 1"],
    ["free < 5 and 1 == up", "last_over_time(free[45s]) < 5 and 1 == max_over_time(up[45s])"],
    ["free < 5 and 0 < up", "last_over_time(free[45s]) < 5 and 0 < max_over_time(up[45s])"],
    ["free < 5 unless 1 > up", "last_over_time(free[45s]) < 5 unless 1 > max_over_time(up[45s])"],
    ["free < 5 unless up == 0", "last_over_time(free[45s]) < 5 unless max_over_time(up[45s]) == 0"],
    [
      "free < 5 unless on (job) (up < 1 and free)",
      "last_over_time(free[45s]) < 5 unless on(job) (max_over_time(up[45s]) < 1 and last_over_time(free[45s]))",
    ],
    [
      "free * on (job) group_left (version) build_info < 5",
      "last_over_time(free[45s]) * on(job) group_left(version) (build_info or on(job) last_over_time(build_info[45s])) < 5",
    ],
    [
      "build_info * ignoring (version) group_right (version) free < 5",
      "(build_info or ignoring(version) last_over_time(build_info[45s])) * ignoring(version) group_right(version) last_over_time(free[45s]) < 5",
    ],
    [
      "free * on (instance) group_left (version) max by (instance, version) (build_info) < 5",
      "last_over_time(free[45s]) * on(instance) group_left(version) max by (instance, version) (build_info or on(instance) last_over_time(build_info[45s])) < 5",
    ],
    [
      "free * ignoring (version, job) group_left () max without (job) (build_info) < 5",
      "last_over_time(free[45s]) * ignoring(version, job) group_left() max without (job) (build_info or ignoring(version, job) last_over_time(build_info[45s])) < 5",
    ],
    [
      "free * on (instance) group_left (version) (build_info > 0 and on (instance) up == 1) < 5",
      "last_over_time(free[45s]) * on(instance) group_left(version) ((build_info or on(instance) last_over_time(build_info[45s])) > 0 and on(instance) max_over_time(up[45s]) == 1) < 5",
    ],
    [
      'label_replace(free, "host", "$1", "instance", "(.+):.+") * on (host) group_left (version) label_replace(build_info, "host", "$1", "instance", "(.+):.+") < 5',
      'label_replace(last_over_time(free[45s]), "host", "$1", "instance", "(.+):.+") * on(host) group_left(version) label_replace(build_info or on(job, instance) last_over_time(build_info[45s]), "host", "$1", "instance", "(.+):.+") < 5',
    ],
    [
      "free < scalar(build_info)",
      "last_over_time(free[45s]) < scalar(build_info or on() last_over_time(build_info[45s]))",
    ],
    // Where there are two for some time, there are not twice as many.
    [
      "count by (instance) (build_info) > 1",
      "count by (instance) (build_info or on(job, instance) last_over_time(build_info[45s])) > 1",
    ],
    [
      "count(max by (version) (build_info)) > 1",
      "count(max by (version) (build_info or on(job, instance) last_over_time(build_info[45s]))) > 1",
    ],
    [
      "sum by (instance, version) (build_info) < 1",
      "sum by (instance, version) (last_over_time(build_info[45s])) < 1",
    ],
    ["max by (instance) (build_info) < 1", "max by (instance) (last_over_time(build_info[45s])) < 1"],
    [
      "sum(max by (instance) (build_info)) < 1",
      "sum(max by (instance) (last_over_time(build_info[45s]))) < 1",
    ],
    [
      "sum(count by (instance) (build_info unless on (instance) build_info)) < 1",
      "sum(count by (instance) ((build_info or on(job, instance) last_over_time(build_info[45s])) unless on(instance) last_over_time(build_info[45s]))) < 1",
    ],
    ["sum by (instance) (build_info) > 0", "sum by (instance) (last_over_time(build_info[45s])) > 0"],
    ["sum by (job) (tills) < 5", "sum by (job) (last_over_time(tills[45s])) < 5"],
    // There is only one series for each match.
    [
      'free * ignoring (version) build_info{version="1"} < 5',
      'last_over_time(free[45s]) * ignoring(version) last_over_time(build_info{version="1"}[45s]) < 5',
    ],
    ["free < 5 unless up == 1", "last_over_time(free[45s]) < 5 unless up == 1"],
    ["up == 0 unless (free unless up == 0)", "up == 0 unless (last_over_time(free[45s]) unless up == 0)"],
    ["up > 0 unless free", "max_over_time(up[45s]) > 0 unless last_over_time(free[45s])"],
  ])("%s", (expr, deployed) => {
    expect(made(expr).expr).toBe(deployed);
  });

  test.each([
    "up == 0",
    "absent(free)",
    "time() - timestamp(free) > 60",
    "avg_over_time(free[5m]) < 5",
    "max_over_time((free < 5)[5m:30s])",
    "job:free:avg5m < 5",
  ])("%s has none", (expr) => {
    expect(made(expr)).toMatchObject({ expr, gaps: [], unbridged: [] });
  });

  test.each([0, 60_000])("moments that are counted are found, with a wait of %d ms too", (forMs) => {
    expect(made("count_over_time((free < 5)[5m:30s]) >= 10", { forMs }).unbridged).toMatchObject([
      { selector: { metric: "free" }, toleranceMs: 45_000 },
    ]);
  });

  test.each(["30s", "45s", "5m"])("the last value of %s that its author reads stands", (range) => {
    const expr = `last_over_time(free[${range}]) < 5`;
    const standing = [{ selector: { metric: "free" }, by: "last_over_time" }];
    expect(made(expr)).toMatchObject({ expr, gaps: [], unbridged: [], standing });
    expect(made(expr, { forMs: 0 })).toMatchObject({ expr, standing: [] });
  });

  test("a last value that is over before the next scrape is found", () => {
    expect(made("last_over_time(free[20s]) < 5")).toMatchObject({
      unbridged: [{ selector: { metric: "free" }, toleranceMs: 45_000 }],
      standing: [],
    });
  });

  test("an alert that does not wait, and a recording, have none to hold", () => {
    expect(made("free < 5", { forMs: 0 })).toMatchObject({ expr: "free < 5", gaps: [], unbridged: [] });
  });

  test("what its author allows stays as it is written", () => {
    expect(made("free < 5", { allow: { "gaps-are-bridged": "It is scraped once a day." } })).toMatchObject({
      expr: "free < 5",
      gaps: [],
      unbridged: [{ selector: { metric: "free" } }],
    });
  });
});
