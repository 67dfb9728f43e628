// The labels that the analysis infers are those of Prometheus's results.
import { describe, expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { series } from "./example-series.ts";
import { canBeMissing } from "../../generators/promql/label-value.ts";
import { type InputSeries, testedByPromtool } from "./promtool.ts";
import { type Random, distinct, seededRandom } from "./seeded-random.ts";
import { analyseText } from "./of-text.ts";

const catalogue = seriesCatalogue([
  series("req_total", "counter", { method: ["GET", "POST"], code: ["200", "500"] }),
  series("mem", "gauge", { kind: ["a", "b"] }, { unit: "bytes" }),
  series("pool", "gauge"),
  series("info", "gauge", { version: "*" }),
  series("lat_bucket", "bucket", { le: ["0.5", "1", "+Inf"] }, { metric: "lat", observed: "seconds" }),
  series("lat_sum", "counter", {}, { metric: "lat", unit: "seconds" }),
]);

/** Series that carry all their labels, and rise steadily. */
const input: readonly InputSeries[] = ["a", "b"].flatMap((job) =>
  ["1", "2"].flatMap((instance) => {
    const one = (name: string, labels: string, values: string): InputSeries => ({
      series: `${name}{job="${job}",instance="${instance}"${labels}}`,
      values,
    });
    return [
      ...["GET", "POST"].flatMap((method) =>
        ["200", "500"].map((code) => one("req_total", `,method="${method}",code="${code}"`, `0+${code}x30`)),
      ),
      one("mem", ',kind="a"', "5+1x30"),
      one("mem", ',kind="b"', "7+1x30"),
      one("pool", "", "3+0x30"),
      one("info", `,version="v${job}"`, "1+0x30"),
      one("lat_bucket", ',le="0.5"', "0+4x30"),
      one("lat_bucket", ',le="1"', "0+8x30"),
      one("lat_bucket", ',le="+Inf"', "0+9x30"),
      one("lat_sum", "", "0+4x30"),
    ];
  }),
);

const labels = ["job", "instance", "method", "code", "kind", "version"] as const;
const vectors = [
  "rate(req_total[5m])",
  'increase(req_total{method="GET"}[5m])',
  "mem",
  'mem{kind="a"}',
  "pool",
  "info",
  "rate(lat_sum[5m] offset 1m)",
  "max_over_time(mem[5m])",
  "deriv(mem[10m])",
  'absent(pool{job="nope"})',
  'absent((pool{job="nope", instance=~"q"}))',
  'absent(sum(pool{job="nope"}))',
  'absent_over_time(pool{job="nope", instance="q", job!="x"}[5m])',
  "vector(1)",
  "hour()",
  "rate(lat_bucket[5m])",
] as const;

function some(random: Random): string {
  return labels.filter(() => random.chance(0.35)).join(", ");
}

function anyVector(random: Random, depth: number): string {
  const { pick } = random;
  const part = (): string => anyVector(random, depth - 1);
  if (depth <= 0) return pick(vectors);
  const matching = (): string =>
    pick([
      "",
      `on(${some(random)})`,
      `ignoring(${some(random)})`,
      `on(${pick(labels)}) group_left(${pick(labels)})`,
      "on(job, instance) group_left(version)",
      "on(job) group_right(method)",
      "ignoring(version) group_left(version)",
    ]);
  const parts: readonly (() => string)[] = [
    () =>
      `(${part()}) ${pick(["+", "-", "/", ">", ">= bool", "and", "or", "unless"])} ${matching()} (${part()})`,
    () =>
      `${pick(["sum", "avg", "max", "count"])} ${pick([`by (${some(random)})`, `without (${some(random)})`, ""])} (${part()})`,
    () => `topk(2, ${part()})`,
    () => `sum by (${pick(labels)}) (${part()} or ${pick(["vector(0)", part()])})`,
    () => `(${part()}) ${pick(["> -1e9", "* 2", "+ time()", "/ 100"])}`,
    () => `label_replace(${part()}, "${pick(["dst", "job"])}", "v$1", "job", "(.*)")`,
    () => `label_replace(${part()}, "instance", "", "", ".*")`,
    () => `label_replace(${part()}, "${pick(labels)}", "${pick(["web", "", "a$$$$"])}", "", "")`,
    () => `label_join(${part()}, "dst", "-", "job", "instance")`,
    () => `count_values by (${some(random)}) ("val", ${part()})`,
    () => `clamp_min(${part()}, 0)`,
    () => `max_over_time((${part()})[10m:1m])`,
    () => `histogram_quantile(0.9, sum by (job, le) (rate(lat_bucket[5m])))`,
    () => `histogram_fraction(0, 0.5, rate(lat_bucket[5m]))`,
  ];
  return pick(parts)();
}

interface Inferred {
  readonly expr: string;
  readonly labels: readonly string[];
  /** Those of them that every series has. */
  readonly sure: readonly string[];
}

function inferredLabels(random: Random, count: number): Inferred[] {
  const found: Inferred[] = [];
  for (const expr of distinct(count * 12, () => anyVector(random, 1 + Math.floor(random.number() * 3)))) {
    const { diagnostics, type } = analyseText(expr, catalogue);
    if (diagnostics.length > 0 || type.kind !== "vector" || !type.labels) continue;
    const sure = [...type.labels].filter(([, spec]) => !canBeMissing(spec)).map(([name]) => name);
    found.push({ expr, labels: [...type.labels.keys()], sure });
  }
  return found.slice(0, count);
}

/** The label names of each series of the results that promtool prints; none where the evaluation failed. */
function resultLabels(output: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const results = new Map<string, readonly (readonly string[])[]>();
  const pattern = /expr: ("(?:[^"\\]|\\.)*"), time: 20m,\s*exp: [^\n]*\n\s*got: ([^\n]*(?:\n {12}[^\n]*)*)/g;
  for (const [, expr = "", got = ""] of output.matchAll(pattern)) {
    const samples = [...got.matchAll(/(?:^|, |\s)(?:\w+)?(\{[^}]*\}) [-+0-9.NIE]/g)];
    const names = samples.map(([, set = ""]) => [...set.matchAll(/(\w+)="/g)].map(([, name = ""]) => name));
    results.set(
      String(JSON.parse(expr)),
      names.map((set) => set.filter((name) => name !== "__name__")),
    );
  }
  return results;
}

function fits({ labels, sure }: Inferred, got: readonly string[]): boolean {
  return got.every((name) => labels.includes(name)) && sure.every((name) => got.includes(name));
}

describe("the inferred labels of random expressions", () => {
  test.each([1, 2])("are those of what Prometheus gives, seed %i", async (seed) => {
    const inferred = inferredLabels(seededRandom(seed), 600);
    // A sample that no expression gives, so that promtool prints what it got instead.
    const never = [{ labels: "never{}", value: 1 }];
    const output = await testedByPromtool(
      inferred.map(({ expr }) => ({ expr, exp_samples: never })),
      input,
    );
    const results = resultLabels(output);
    const wrong = inferred.flatMap((one) =>
      (results.get(one.expr) ?? [])
        .filter((got) => !fits(one, got))
        .map(
          (got) => `${one.expr}: {${one.labels.join()}}, surely {${one.sure.join()}}, not {${got.join()}}`,
        ),
    );
    expect(wrong).toEqual([]);
    // Some find nothing and some match many to many; most must have been compared.
    expect([...results.values()].filter((sets) => sets.length > 0).length).toBeGreaterThan(300);
  });
});
