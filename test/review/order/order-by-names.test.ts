import { expect, test } from "vitest";
import { canonical } from "../../../generators/promql/canonical.ts";
import { readPromql } from "../../../generators/promql/read.ts";
import { mannerOf } from "../../../generators/review/metric-manner.ts";
import type { KnownSigns } from "../../../generators/review/order/known-signs.ts";
import { orderByNames } from "../../../generators/review/order/order-by-names.ts";

function ordered(base: string, head: string, signs?: KnownSigns) {
  const [one, other] = [readPromql(base), readPromql(head)];
  if (!one || !other) throw new Error("one of them is no PromQL");
  const order = orderByNames(canonical(one), canonical(other), signs);
  return order && [order.fires, order.assumes];
}

test("what follows whatever the series are assumes nothing", () => {
  expect(ordered("errors_total > 1", "errors_total > 2")).toEqual(["less", undefined]);
});

test("what follows for metrics that are never negative says which", () => {
  const [base, head] = ["sum(a_total) + sum(b_total) > 1", 'sum(a_total{x="1"}) + sum(b_total) > 1'];
  expect(ordered(base, head)).toEqual(["less", ["a_total"]]);
});

test("of a name that says nothing nothing follows", () => {
  expect(ordered("sum(balance) > 1", 'sum(balance{x="1"}) > 1')).toBeUndefined();
});

test("what an exposition says needs no assumption, and refutes one", () => {
  const known = (of: Partial<Record<keyof KnownSigns, string>>): KnownSigns => ({
    neverNegative: new Set(of.neverNegative === undefined ? [] : [of.neverNegative]),
    negative: new Set(of.negative === undefined ? [] : [of.negative]),
  });
  const pair = ["sum(queue) > 1", 'sum(queue{x="1"}) > 1'] as const;
  expect(ordered(...pair)).toBeUndefined();
  expect(ordered(...pair, known({ neverNegative: "queue" }))).toEqual(["less", undefined]);
  const free = ["sum(free_bytes) > 1", 'sum(free_bytes{x="1"}) > 1'] as const;
  expect(ordered(...free)).toEqual(["less", ["free_bytes"]]);
  expect(ordered(...free, known({ negative: "free_bytes" }))).toBeUndefined();
});

test.each([
  ["http_requests_total", "never negative"],
  ["node_filesystem_avail_bytes", "never negative"],
  ["job:errors_total:rate5m", "never negative"],
  ["up", "0 or 1"],
  ["kube_pod_status_phase", "0 or 1"],
  ["kube_pod_container_status_waiting_reason", "0 or 1"],
  ["kube_daemonset_status_number_ready", "never negative"],
  ["nginx_connections_waiting", "never negative"],
  ["kube_pod_info", "1"],
  ["node_timex_offset_seconds", "any"],
  ["outside_temperature_celsius", "any"],
  ["balance", "any"],
])("%s is %s", (metric, manner) => {
  expect(mannerOf(metric)).toBe(manner);
});
