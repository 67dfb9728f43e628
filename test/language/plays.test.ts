import { expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import {
  follows,
  grows,
  holds,
  quantile,
  restarts,
  runs,
  share,
  timeLeft,
} from "../../generators/language/plays.ts";
import { days, gigabytes, megabytes, ms, percent, ratio } from "../../generators/language/quantity.ts";
import { examplesOf, scenariosOf, type Play } from "../../generators/language/scenario.ts";
import { app, infra, shop } from "./example-metrics.ts";

const requests = app.http_requests_total;
const failed = requests.where({ status: "500" });
const served = requests.where({ status: "200" });
const staticMemory = shop.shop_memory_bytes.where({ type: "static" });

/** A play without its place. */
const saidBy = ({ place: _, ...said }: Play) => said;

test.each<[string, Play, object]>([
  [
    "a gauge holds numbers of its own unit",
    holds(shop.shop_queue, { quiet: 90, edge: 45, rings: 44.9 }),
    {
      kind: "holds",
      series: nodeOf(shop.shop_queue),
      unit: "orders",
      levels: { quiet: 90, edge: 45, rings: 44.9 },
    },
  ],
  [
    "a quantity is told in the unit of the series",
    holds(app.job_lag_ms, { quiet: ms(5), edge: ms(50), rings: days(1) }),
    {
      kind: "holds",
      series: nodeOf(app.job_lag_ms),
      unit: "milliseconds",
      levels: { quiet: 5, edge: 50, rings: 86_400_000 },
    },
  ],
  [
    "a series may be missing, and without an edge the edge is quiet",
    holds(infra.up, { quiet: 1, rings: "missing" }),
    {
      kind: "holds",
      series: nodeOf(infra.up),
      unit: "bool",
      levels: { quiet: 1, edge: 1, rings: "missing" },
    },
  ],
  [
    "one level never changes",
    holds(staticMemory, gigabytes(3)),
    {
      kind: "holds",
      series: nodeOf(staticMemory),
      unit: "bytes",
      levels: { quiet: 3e9, edge: 3e9, rings: 3e9 },
    },
  ],
  [
    "a counter grows from anywhere",
    grows(failed, "5m", { quiet: 0, edge: 3, rings: 3.25 }),
    {
      kind: "grows",
      series: nodeOf(failed),
      unit: "count",
      per: "5m",
      levels: { quiet: 0, edge: 3, rings: 3.25 },
      from: undefined,
    },
  ],
  [
    "a gauge shrinks from where it is told to start",
    grows(
      staticMemory,
      "1h",
      { quiet: 0, rings: megabytes(-60) },
      { from: { quiet: gigabytes(5), edge: gigabytes(1), rings: gigabytes(5) } },
    ),
    {
      kind: "grows",
      series: nodeOf(staticMemory),
      unit: "bytes",
      per: "1h",
      levels: { quiet: 0, edge: 0, rings: -60e6 },
      from: { quiet: 5e9, edge: 1e9, rings: 5e9 },
    },
  ],
  [
    "a counter runs by the second",
    runs(served, { quiet: 10, edge: 250, rings: 251 }),
    {
      kind: "runs",
      series: nodeOf(served),
      unit: "count",
      levels: { quiet: 10, edge: 250, rings: 251 },
    },
  ],
  [
    "a share is a ratio of a hundred a second",
    share(failed, served, { quiet: 0, edge: percent(5), rings: ratio(0.052) }),
    {
      kind: "share",
      part: nodeOf(failed),
      rest: nodeOf(served),
      perSecond: 100,
      levels: { quiet: 0, edge: 0.05, rings: 0.052 },
    },
  ],
  [
    "or of as many a second as is said",
    share(failed, served, percent(5), { perSecond: 8 }),
    {
      kind: "share",
      part: nodeOf(failed),
      rest: nodeOf(served),
      perSecond: 8,
      levels: { quiet: 0.05, edge: 0.05, rings: 0.05 },
    },
  ],
  [
    "a quantile is one of what was observed",
    quantile(app.http_request_duration_seconds, 0.95, { quiet: ms(50), edge: ms(500), rings: ms(520) }),
    {
      kind: "quantile",
      buckets: nodeOf(app.http_request_duration_seconds.bucket),
      unit: "seconds",
      quantile: 0.95,
      perSecond: 100,
      levels: { quiet: 0.05, edge: 0.5, rings: 0.52 },
    },
  ],
  [
    "the time left to a moment is in seconds",
    timeLeft(infra.probe_ssl_earliest_cert_expiry, { quiet: days(60), edge: days(7), rings: days(6.9) }),
    {
      kind: "time left",
      series: nodeOf(infra.probe_ssl_earliest_cert_expiry),
      levels: { quiet: 5_184_000, edge: 604_800, rings: 596_160 },
    },
  ],
  [
    "a restart has no level",
    restarts(infra.process_start_time_seconds),
    { kind: "restarts", series: nodeOf(infra.process_start_time_seconds) },
  ],
  [
    "samples are followed by situation",
    follows(shop.shop_queue, "1m", { quiet: [90], rings: [90, "missing"] }),
    {
      kind: "follows",
      series: nodeOf(shop.shop_queue),
      every: "1m",
      samples: { quiet: [90], edge: [90], rings: [90, "missing"] },
    },
  ],
  [
    "or the same in all of them",
    follows(served, "30s", [1, 2]),
    {
      kind: "follows",
      series: nodeOf(served),
      every: "30s",
      samples: { quiet: [1, 2], edge: [1, 2], rings: [1, 2] },
    },
  ],
])("%s", (_, play, said) => {
  expect(saidBy(play)).toEqual(said);
});

test("a play knows its author's line", () => {
  const [first, second] = [
    holds(infra.up, 1),
    // One line on, and the comment's.
    restarts(infra.process_start_time_seconds),
  ];
  expect(first.place.file).toBe("test/language/plays.test.ts");
  expect(second.place.line - first.place.line).toBe(2);
});

test("what is no level is told as such", () => {
  const wrong = { quiet: 90, rings: "45" } as unknown as number;
  expect(() => holds(shop.shop_queue, wrong)).toThrow(
    new TypeError('a level is a number, a quantity such as percent(5), or "missing"'),
  );
});

test("scenarios are a list, however they were written", () => {
  const play = holds(infra.up, { quiet: 1, rings: 0 });
  const whole = { plays: [play], whenMissing: "rings" } as const;
  expect(scenariosOf(undefined)).toEqual([]);
  expect(scenariosOf(play)).toEqual([{ plays: [play] }]);
  expect(scenariosOf(whole)).toEqual([whole]);
  expect(scenariosOf([whole, { plays: [] }])).toEqual([whole, { plays: [] }]);
});

test("examples are a list, however they were written", () => {
  const example = { plays: [holds(infra.up, 1)], gives: 1 };
  const nothing = { plays: [], gives: "missing" } as const;
  expect(examplesOf(undefined)).toEqual([]);
  expect(examplesOf(example)).toEqual([example]);
  expect(examplesOf([example, nothing])).toEqual([example, nothing]);
});
