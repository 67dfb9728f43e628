import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { stringify } from "yaml";
import { readPromql } from "../../../generators/promql/read.ts";
import { evaluate } from "../../../generators/promql/evaluate/evaluate.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../../../generators/promql/evaluate/world.ts";
import { findTool } from "../../../scripts/tools/find-tool.ts";
import { runTool } from "../../../scripts/tools/run-tool.ts";

const everyMs = 60_000;
const minutes = 600;

/** A series with its first sample and what it grows by a minute; counters start high, so that Prometheus does not see a birth. */
const series: readonly (readonly [
  metric: string,
  labels: Record<string, string>,
  first: number,
  step: number,
])[] = [
  ["level", { zone: "a", kind: "x" }, 3, 0],
  ["level", { zone: "b", kind: "x" }, 8, 0],
  ["level", { zone: "b", kind: "y" }, -2, 0],
  ["limit", { zone: "a" }, 4, 0],
  ["limit", { zone: "b" }, 5, 0],
  ["rising", { zone: "a" }, 100, 2],
  ["falling", { zone: "a" }, 5000, -3],
  ["events_total", { zone: "a" }, 1e6, 60],
  ["events_total", { zone: "b" }, 1e6, 30],
  ["took_bucket", { le: "0.1" }, 1e6, 30],
  ["took_bucket", { le: "0.5" }, 1e6, 54],
  ["took_bucket", { le: "1.0" }, 1e6, 57],
  ["took_bucket", { le: "+Inf" }, 1e6, 60],
];

const recordings = { "zone:events:rate5m": "sum by (zone) (rate(events_total[5m]))" };

/** Of which nothing is left but labels. */
const calculated: readonly string[] = [
  "level > bool 2",
  "level * on (zone) group_left () limit",
  'level{kind="x"} / on (zone) limit',
  "sum by (zone) (level)",
  "100 - level",
  "2 ^ level",
  "(-2) ^ limit",
  "1 / limit",
  "7 % limit",
  "4 < bool level",
  "sum by (zone) (limit) - (sum by (zone) (limit > 4) or vector(0))",
  "sum by (zone) (sum by (zone) (level) or vector(0))",
  "max by (zone) (level == 8)",
  "(level < 5) * on (zone) group_left () topk by (zone) (1, limit)",
  "count by (zone) (sum by (zone) (events_total))",
  "count(level > 0)",
  "avg without (kind) (level)",
  "stddev(level)",
  "stdvar by (zone) (level)",
  "quantile(0.3, level)",
  'count_values("value", level > bool 2)',
  "rising - rising offset 1h",
  "rate(events_total[5m])",
  "sum(increase(events_total[10m]))",
  "delta(falling[10m])",
  "deriv(rising[10m])",
  "predict_linear(rising[10m], 3600)",
  "predict_linear(rising[10m] offset 5m, 3600)",
  "changes(rising[10m])",
  "changes(level[10m])",
  "resets(falling[10m])",
  "resets(rising[10m])",
  "idelta(rising[10m])",
  "count_over_time(level[10m])",
  "present_over_time(level[10m])",
  "max_over_time(falling[10m:1m])",
  "avg_over_time(level[10m])",
  "sum_over_time(limit[10m])",
  "stddev_over_time(level[10m])",
  "avg_over_time(zone:events:rate5m[10m])",
  "max_over_time(rate(events_total[5m])[10m:1m])",
  "changes(sum(level)[10m:1m])",
  "deriv(sum(rising)[10m:1m])",
  "delta(sum(rising)[10m:1m])",
  "predict_linear(sum(rising)[10m:1m], 600)",
  "increase(max(events_total)[10m:1m])",
  "resets(max(events_total)[10m:1m])",
  "histogram_quantile(0.9, rate(took_bucket[5m]))",
  "histogram_quantile(0.99, sum by (le) (rate(took_bucket[5m])))",
  "histogram_quantile(0.2, rate(took_bucket[5m]))",
  "histogram_fraction(0.1, Inf, sum by (le) (rate(took_bucket[5m])))",
  // What lies in the lowest bucket is NaN before Prometheus 3.8.
  "histogram_fraction(0.4, 5, rate(took_bucket[5m]))",
  'sum({__name__="level", kind="x"})',
  'max_over_time({__name__="falling"}[10m])',
  'absent({__name__="gone", zone="a"})',
  'absent(level{zone="c"})',
  'absent(level{zone="a"})',
  'absent_over_time(level{zone="c"}[5m])',
  "clamp(level, 0, 5)",
  "clamp_max(abs(level), 2.5)",
  "round(level / 3, 0.5)",
  "ceil(level / 3)",
  "-level ^ 2",
  "level % 3",
  'scalar(limit{zone="a"}) * level',
  "time() - timestamp(limit)",
  "group by (zone) (level)",
  "exp(limit) + ln(limit) + sqrt(limit)",
  "sgn(level)",
  "avg_over_time(rising[10m])",
  "sum_over_time(falling[10m])",
  "min_over_time(rising[10m])",
  "quantile_over_time(0.3, falling[10m])",
  "stddev_over_time(rising[10m])",
  "stdvar_over_time(falling[10m])",
  "max_over_time(rising[10m:2m])",
  "max_over_time(rising[10m:1m] offset 1h)",
  "max_over_time(falling[10m:1m] @ end() offset 1h)",
  "rate(events_total[5m] offset 1h)",
  'sum_over_time((rising - 2 * limit{zone="a"} offset 5m)[10m:1m] offset 30m)',
];

/** Series as they are, with the name that they keep. */
const kept: readonly (readonly [expr: string, name: string])[] = [
  ["level", "level"],
  ["level > 2", "level"],
  ["limit unless on (zone) (level > 5)", "limit"],
  ["level and on (zone) (limit > 4)", "level"],
  ["topk(1, level)", "level"],
  ["bottomk(2, level)", "level"],
  ["rising", "rising"],
  ["rising offset 10m", "rising"],
  ["last_over_time(rising[10m])", "rising"],
  ["zone:events:rate5m", "zone:events:rate5m"],
  ["zone:events:rate5m offset 10m", "zone:events:rate5m"],
  ['label_replace(limit, "place", "$1-side", "zone", "(.*)")', "limit"],
  ['label_replace(limit, "tier", "web", "", "")', "limit"],
  ['label_replace(limit, "price", "5 $$", "", "")', "limit"],
  ['label_replace(limit, "tier", "$1", "none", "(x?)")', "limit"],
  ["4 < level", "level"],
  ["4 >= limit", "limit"],
  ['label_join(level, "both", "/", "zone", "kind")', "level"],
];

const world: EvaluationWorld = {
  seriesOf: (metric) => series.flatMap((one) => (one[0] === metric ? [evaluated(one)] : [])),
  recorded: (name) => readPromql(Object.entries(recordings).find(([own]) => own === name)?.[1] ?? "("),
  nowSeconds: minutes * 60,
  speed: 1,
  isAlways: true,
};

function evaluated([metric, labels, first, step]: (typeof series)[number]): EvaluatedSeries {
  return { metric, labels, level: first + step * minutes, growth: step / 60, everyMs };
}

/** What the evaluator gives, as promtool wants it. */
function samplesOf(expr: string, name: string): { labels: string; value: number }[] {
  const node = readPromql(expr);
  const value = node && evaluate(node, world);
  if (value === undefined || typeof value === "number") throw new Error(`${expr} is not known`);
  return value.map((element) => ({ labels: `${name}{${matchers(element.labels)}}`, value: element.value }));
}

function matchers(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([label, text]) => `${label}=${JSON.stringify(text)}`)
    .join(", ");
}

test("what has always been so is as Prometheus works it out", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const rules = Object.entries(recordings).map(([record, expr]) => ({ record, expr }));
  writeFileSync(join(folder, "rules.yml"), stringify({ groups: [{ name: "all", interval: "1m", rules }] }));
  const all = [...calculated.map((expr) => [expr, ""] as const), ...kept];
  const tests = all.map(([expr, name]) => ({
    expr,
    eval_time: `${minutes}m`,
    exp_samples: samplesOf(expr, name),
  }));
  writeFileSync(
    join(folder, "test.yml"),
    stringify({
      rule_files: ["rules.yml"],
      evaluation_interval: "1m",
      fuzzy_compare: true,
      tests: [
        {
          interval: "1m",
          input_series: series.map(([metric, labels, first, step]) => ({
            series: `${metric}{${matchers(labels)}}`,
            values: `${first}${step < 0 ? "-" : "+"}${Math.abs(step)}x${minutes + 1}`,
          })),
          promql_expr_test: tests,
        },
      ],
    }),
  );
  const promtool = await findTool("promtool");
  const { stdout, stderr } = await runTool(promtool, ["test", "rules", join(folder, "test.yml")]);
  expect(`${stdout}${stderr}`).toMatch(/SUCCESS/);
});
