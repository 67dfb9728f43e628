// Random small projects that are healthy in a world nobody tells the simulator: it has to find one itself.
import fc from "fast-check";
import {
  alert,
  counter,
  gauge,
  histogram,
  holds,
  metrics,
  percent,
  promql,
  quantile,
  runs,
  scrapeJob,
  seconds,
} from "signalbox";
import type { AlertDefinition, Definitions } from "signalbox";
import type { Given } from "../../generators/language/given.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { evaluate } from "../../generators/promql/evaluate/evaluate.ts";
import { completedSeries } from "../../scripts/simulate/complete-series.ts";
import { healthyObservationRates } from "../../generators/series/histogram.ts";
import { storedLines } from "../../scripts/simulate/health/stored-lines.ts";
import type { Motion } from "../../scripts/simulate/motion.ts";
import { seriesOfModel } from "../../scripts/simulate/series-of-model.ts";
import type { SimulatedSeries } from "../../scripts/simulate/series.ts";
import { critical, low } from "../checks/small-platform.ts";
import { projectOf, words } from "./small-project.ts";

const zones = ["zone-1", "zone-2", "north"] as const;

function sources(instances: number) {
  const job = scrapeJob("depot", {
    description: "Where parcels are.",
    targets: Array.from({ length: instances }, (_, index) => `localhost:${8080 + index}` as const),
    labels: { service: "depot" },
  });
  const m = metrics(job, {
    belts: gauge({ help: "Belts.", unit: "belts", labels: { zone: "*" } }),
    stock: gauge({ help: "Parcels here.", unit: "parcels", labels: { zone: "*" } }),
    load: gauge({ help: "Load.", unit: "ratio" }),
    sent_total: counter({ help: "Sent.", unit: "parcels", labels: { size: ["small", "large"] } }),
    lost_total: counter({ help: "Lost.", unit: "parcels", labels: { size: ["small", "large"], zone: "*" } }),
    scan_seconds: histogram({ help: "Scans.", unit: "seconds", buckets: [0.1, 0.5, 1, 5] }),
  });
  return { job, m };
}

type Sources = ReturnType<typeof sources>;

/** An alert before its limit is known: what it looks at, and what its scenario says of that. */
interface Draft {
  readonly value: string;
  readonly given: (m: Sources["m"]) => Given;
}

const zone = fc.constantFrom(...zones);
const size = fc.constantFrom("small" as const, "large" as const);
const level = fc.double({ min: 0.5, max: 50, noNaN: true }).map((value) => Number(value.toPrecision(3)));
const gaugeName = fc.constantFrom("belts" as const, "stock" as const);
const counterName = fc.constantFrom("sent_total" as const, "lost_total" as const);
const part = fc.double({ min: 0.05, max: 0.95, noNaN: true });

const drafts: fc.Arbitrary<Draft> = fc.oneof(
  fc.record({ name: gaugeName, zone, ok: level }).map(({ name, zone: of, ok }) => ({
    value: `${name}{zone="${of}"}`,
    given: (m: Sources["m"]) => holds(m[name].where({ zone: of }), { ok, firing: ok * 3 }),
  })),
  fc
    .record({
      name: gaugeName,
      zone,
      ok: level,
      operation: fc.constantFrom("sum", "max", "min", "avg", "sum by (zone)", "sum by (instance)"),
    })
    .map(({ name, zone: of, ok, operation }) => ({
      value: `${operation} (${name})`,
      given: (m: Sources["m"]) => holds(m[name].where({ zone: of }), { ok, firing: ok * 3 }),
    })),
  fc.record({ name: gaugeName, zone, ok: level, above: level }).map(({ name, zone: of, ok, above }) => ({
    value: `count(${name} > ${above})`,
    given: (m: Sources["m"]) => holds(m[name].where({ zone: of }), { ok, firing: ok * 3 }),
  })),
  fc.record({ zone, ok: level }).map(({ zone: of, ok }) => ({
    value: "stock / belts",
    given: (m: Sources["m"]) => holds(m.belts.where({ zone: of }), { ok, firing: ok * 3 }),
  })),
  fc.record({ ok: part }).map(({ ok }) => ({
    value: "load",
    given: (m: Sources["m"]) => holds(m.load, { ok: percent(100 * ok), firing: percent(100) }),
  })),
  fc.record({ name: counterName, size, ok: level }).map(({ name, size: of, ok }) => ({
    value: `sum by (size) (rate(${name}[5m]))`,
    given: (m: Sources["m"]) => runs(m[name].where({ size: of }), { ok, firing: ok * 3 }),
  })),
  fc.record({ size, ok: level }).map(({ size: of, ok }) => ({
    value: `rate(sent_total{size="${of}"}[10m])`,
    given: (m: Sources["m"]) => runs(m.sent_total.where({ size: of }), { ok, firing: ok * 3 }),
  })),
  fc.record({ size, zone, ok: level }).map(({ size: of, zone: at, ok }) => ({
    value: `sum(increase(lost_total{size="${of}"}[5m])) / sum(increase(sent_total[5m]))`,
    given: (m: Sources["m"]) => runs(m.lost_total.where({ size: of, zone: at }), { ok, firing: ok * 3 }),
  })),
  fc.record({ ok: fc.double({ min: 0.05, max: 4, noNaN: true }) }).map(({ ok }) => ({
    value: "histogram_quantile(0.95, sum by (le) (rate(scan_seconds_bucket[5m])))",
    given: (m: Sources["m"]) => quantile(m.scan_seconds, 0.95, { ok: seconds(ok), firing: seconds(4.9) }),
  })),
  fc.record({ size, ok: level }).map(({ size: of, ok }) => ({
    value: `sum(rate(scan_seconds_count[5m])) / sum(rate(sent_total{size="${of}"}[5m]))`,
    given: (m: Sources["m"]) => runs(m.sent_total.where({ size: of }), { ok, firing: ok * 3 }),
  })),
);

/** Each with the side of its limit on which it fires, and how far away from there the hidden world is. */
const limited = fc.record({
  draft: drafts,
  side: fc.constantFrom(">" as const, "<" as const),
  margin: fc.double({ min: 0.15, max: 2, noNaN: true }),
  isLow: fc.boolean(),
});

export const randomProjects = fc
  .record({
    instances: fc.integer({ min: 1, max: 3 }),
    alerts: fc.array(limited, { minLength: 1, maxLength: 8 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ instances, alerts, seed }) => {
    const { job, m } = sources(instances);
    const withLimits = (limits: readonly string[]): Definitions =>
      projectOf({
        jobs: { depot: job },
        metrics: { m },
        alerts: Object.fromEntries(
          alerts.flatMap(({ draft, isLow }, index) => {
            const limit = limits[index];
            return limit === undefined ? [] : [[`A${index}`, alertOf(draft, limit, m, isLow)]];
          }),
        ),
      });
    const { model } = resolve(withLimits(alerts.map(() => "> 1")));
    const hidden = completedSeries(seriesOfModel(model), model.alerts).map(
      (one) => [one, hiddenMotion(one, seed)] as const,
    );
    const limits = alerts.map(({ draft, side, margin }) => {
      const values = valuesIn(draft.value, hidden);
      if (values.length === 0) return `${side} ${side === ">" ? 1e9 : -1}`;
      const limit = side === ">" ? Math.max(...values) * (1 + margin) : Math.min(...values) / (1 + margin);
      return `${side} ${limit}`;
    });
    const project = withLimits(limits);
    return { project, [fc.toStringMethod]: () => printed(project) };
  });

/** What a project comes to: its conditions, and what its scenarios say is healthy. */
function printed(project: Definitions): string {
  const { alerts } = resolve(project).model;
  return alerts.map(({ expr, scenarios }) => `${expr} ${JSON.stringify(scenarios)}`).join("\n");
}

function alertOf({ value, given }: Draft, limit: string, m: Sources["m"], isLow: boolean): AlertDefinition {
  return alert({
    ...words,
    severity: isLow ? low : critical,
    expr: written(`${value} ${limit}`),
    scenario: given(m),
  });
}

/** PromQL that is put together, as if it stood in a template. */
function written(text: string) {
  return promql(Object.assign([text], { raw: [text] }));
}

/** What a series does in the world that no play describes. */
function hiddenMotion(series: SimulatedSeries, seed: number): Motion {
  const text = JSON.stringify([series.metric, series.labels, seed]);
  const hash = [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7);
  const random = ((hash * 2_654_435_761) >>> 0) / 2 ** 32;
  switch (series.type) {
    case "histogram":
      return {
        kind: "linear",
        perSecond: healthyObservationRates(series.bounds, 0.95, 0.05 + 3 * random, 1 + 9 * random),
      };
    case "counter":
      return { kind: "linear", perSecond: [0.2 + 20 * random] };
    default:
      return { kind: "linear", from: [series.unit === "ratio" ? random : 0.5 + 40 * random], perSecond: [0] };
  }
}

function valuesIn(text: string, hidden: readonly (readonly [SimulatedSeries, Motion])[]): number[] {
  const look = { startedMs: 0, elapsedMs: 0, everyMs: () => 15_000, swayOf: () => 0 };
  const lines = hidden.flatMap(([series, motion]) => storedLines(series, motion, look));
  const node = readPromql(text);
  const value =
    node &&
    evaluate(node, {
      seriesOf: (name) => lines.filter(({ metric }) => metric === name),
      recorded: () => undefined,
      nowSeconds: 0,
      speed: 1,
      isAlways: true,
    });
  if (value === undefined || typeof value === "number") throw new Error(`${text} cannot be printed`);
  return value.map((element) => element.value).filter(Number.isFinite);
}
