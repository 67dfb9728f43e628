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
  type Given,
} from "../../generators/language/given.ts";
import { days, gigabytes, megabytes, ms, percent, ratio } from "../../generators/language/quantity.ts";
import { examplesOf, scenariosOf } from "../../generators/language/scenario.ts";
import { app, infra, shop } from "./example-metrics.ts";

const requests = app.http_requests_total;
const failed = requests.where({ status: "500" });
const served = requests.where({ status: "200" });
const staticMemory = shop.shop_memory_bytes.where({ type: "static" });

/** What is given, without its place. */
const saidBy = ({ place: _, ...said }: Given) => said;

test.each<[string, Given, object]>([
  [
    "a gauge holds numbers of its own unit",
    holds(shop.shop_queue, { ok: 90, limit: 45, firing: 44.9 }),
    {
      kind: "holds",
      series: nodeOf(shop.shop_queue),
      unit: "orders",
      levels: { ok: 90, limit: 45, firing: 44.9 },
    },
  ],
  [
    "a quantity is told in the unit of the series",
    holds(app.job_lag_ms, { ok: ms(5), limit: ms(50), firing: days(1) }),
    {
      kind: "holds",
      series: nodeOf(app.job_lag_ms),
      unit: "milliseconds",
      levels: { ok: 5, limit: 50, firing: 86_400_000 },
    },
  ],
  [
    "a series may be missing, and without a limit the limit is ok",
    holds(infra.up, { ok: 1, firing: "missing" }),
    {
      kind: "holds",
      series: nodeOf(infra.up),
      unit: "bool",
      levels: { ok: 1, limit: 1, firing: "missing" },
    },
  ],
  [
    "one level never changes",
    holds(staticMemory, gigabytes(3)),
    {
      kind: "holds",
      series: nodeOf(staticMemory),
      unit: "bytes",
      levels: { ok: 3e9, limit: 3e9, firing: 3e9 },
    },
  ],
  [
    "a counter grows from anywhere",
    grows(failed, "5m", { ok: 0, limit: 3, firing: 3.25 }),
    {
      kind: "grows",
      series: nodeOf(failed),
      unit: "count",
      per: "5m",
      levels: { ok: 0, limit: 3, firing: 3.25 },
      from: undefined,
    },
  ],
  [
    "a gauge shrinks from where it is told to start",
    grows(
      staticMemory,
      "1h",
      { ok: 0, firing: megabytes(-60) },
      { from: { ok: gigabytes(5), limit: gigabytes(1), firing: gigabytes(5) } },
    ),
    {
      kind: "grows",
      series: nodeOf(staticMemory),
      unit: "bytes",
      per: "1h",
      levels: { ok: 0, limit: 0, firing: -60e6 },
      from: { ok: 5e9, limit: 1e9, firing: 5e9 },
    },
  ],
  [
    "a counter runs by the second",
    runs(served, { ok: 10, limit: 250, firing: 251 }),
    {
      kind: "runs",
      series: nodeOf(served),
      unit: "count",
      levels: { ok: 10, limit: 250, firing: 251 },
    },
  ],
  [
    "a share is a ratio of a hundred a second",
    share(failed, served, { ok: 0, limit: percent(5), firing: ratio(0.052) }),
    {
      kind: "share",
      part: nodeOf(failed),
      rest: nodeOf(served),
      perSecond: 100,
      levels: { ok: 0, limit: 0.05, firing: 0.052 },
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
      levels: { ok: 0.05, limit: 0.05, firing: 0.05 },
    },
  ],
  [
    "a quantile is one of what was observed",
    quantile(app.http_request_duration_seconds, 0.95, { ok: ms(50), limit: ms(500), firing: ms(520) }),
    {
      kind: "quantile",
      buckets: nodeOf(app.http_request_duration_seconds.bucket),
      unit: "seconds",
      quantile: 0.95,
      perSecond: 100,
      levels: { ok: 0.05, limit: 0.5, firing: 0.52 },
    },
  ],
  [
    "the time left to a moment is in seconds",
    timeLeft(infra.probe_ssl_earliest_cert_expiry, { ok: days(60), limit: days(7), firing: days(6.9) }),
    {
      kind: "time left",
      series: nodeOf(infra.probe_ssl_earliest_cert_expiry),
      levels: { ok: 5_184_000, limit: 604_800, firing: 596_160 },
    },
  ],
  [
    "a restart has no level",
    restarts(infra.process_start_time_seconds),
    { kind: "restarts", series: nodeOf(infra.process_start_time_seconds) },
  ],
  [
    "samples are followed by situation",
    follows(shop.shop_queue, "1m", { ok: [90], firing: [90, "missing"] }),
    {
      kind: "follows",
      series: nodeOf(shop.shop_queue),
      every: "1m",
      samples: { ok: [90], limit: [90], firing: [90, "missing"] },
    },
  ],
  [
    "or the same in all of them",
    follows(served, "30s", [1, 2]),
    {
      kind: "follows",
      series: nodeOf(served),
      every: "30s",
      samples: { ok: [1, 2], limit: [1, 2], firing: [1, 2] },
    },
  ],
])("%s", (_, given, said) => {
  expect(saidBy(given)).toEqual(said);
});

test("what is given knows its author's line", () => {
  const [first, second] = [
    holds(infra.up, 1),
    // One line on, and the comment's.
    restarts(infra.process_start_time_seconds),
  ];
  expect(first.place.file).toBe("test/language/given.test.ts");
  expect(second.place.line - first.place.line).toBe(2);
});

test("what is no level is told as such", () => {
  const wrong = { ok: 90, fires: "45" } as unknown as number;
  expect(() => holds(shop.shop_queue, wrong)).toThrow(
    new TypeError('a level is a number, a quantity such as percent(5), or "missing"'),
  );
});

test("scenarios are a list, however they were written", () => {
  const given = holds(infra.up, { ok: 1, firing: 0 });
  const whole = { given: [given], whenMissing: "firing" } as const;
  expect(scenariosOf(undefined)).toEqual([]);
  expect(scenariosOf(given)).toEqual([{ given: [given] }]);
  expect(scenariosOf(whole)).toEqual([whole]);
  expect(scenariosOf([whole, { given: [] }])).toEqual([whole, { given: [] }]);
});

test("examples are a list, however they were written", () => {
  const example = { given: [holds(infra.up, 1)], expect: 1 };
  const nothing = { given: [], expect: "missing" } as const;
  expect(examplesOf(undefined)).toEqual([]);
  expect(examplesOf(example)).toEqual([example]);
  expect(examplesOf([example, nothing])).toEqual([example, nothing]);
});
