// Ranges, units, syntax and variables.
import { describe, expect, test } from "vitest";
import { expectRow, mistakesIn, type Row } from "./mistakes-in.ts";

const rows: Readonly<Record<string, readonly Row[]>> = {
  ranges: [
    [
      "max_over_time((kiosk_fps)[5m])",
      "(kiosk_fps)[5m] | a range […] must follow a selector; for an expression write a subquery [5m:]",
      "max_over_time((kiosk_fps)[5m:])",
    ],
    ["max_over_time(5[5m:])", "5 | a subquery of a scalar", "max_over_time(vector(5)[5m:])"],
    [
      "max_over_time(up - up[5m:])",
      "up - up | put what the subquery is of in parentheses",
      "max_over_time((up - up)[5m:])",
    ],
    [
      "rate(http_requests_total[0s])",
      "0s | a duration must be more than nothing",
      "rate(http_requests_total[1m])",
    ],
    ["rate(http_requests_total[5m1h])", "1h | unexpected '1h'", "rate(http_requests_total[1h5m])"],
    ["rate(http_requests_total[5m * 2])", "5m * 2 | no duration: '5m * 2'", "rate(http_requests_total[600])"],
    ["sum(up) offset 5m", "offset 5m | offset must follow a selector or a subquery", "sum(up offset 5m)"],
    ["sum(up) @ end()", "@ end() | @ must follow a selector or a subquery", "sum(up @ end())"],
    [
      "max_over_time(up offset 1h[5m])",
      "offset 1h | write the range before offset: x[5m] offset 1h",
      "max_over_time(up[5m] offset 1h)",
    ],
    ["up offset 5m @ 1 offset 1h", "offset 1h | offset is said twice", "up offset 5m @ 1"],
    ["up offset Inf", "offset Inf | no duration: 'Inf'", "up offset -1w"],
    ["up @ 1e100", "@ 1e100 | no time: '1e100'", "up @ 1e9"],
  ],
  units: [
    [
      "sum(kiosk_memory_bytes) > sum(queue_lag_ms)",
      "> | bytes > milliseconds: other units",
      "sum(kiosk_memory_bytes) > sum(disk_free_bytes)",
    ],
    ["time() - kiosk_fps", "- | timestamp - fps: other units", "time() - process_start_time_seconds"],
    [
      "cert_expiry < 7",
      "< | a timestamp is compared with 7: compare time() - … or … - time()",
      "(cert_expiry - time()) / 86400 < 7 or cert_expiry == 0",
    ],
  ],
  "the newest Prometheus": [
    [
      "info(kiosk_fps)",
      "info | info() is experimental: Prometheus refuses it without a feature flag; write a join: * on (…) group_left (…)",
      "kiosk_fps * on (instance) group_left (version) build_info",
    ],
    [
      "mad_over_time(kiosk_fps[5m])",
      "mad_over_time | mad_over_time() is experimental: Prometheus refuses it without a feature flag; write stddev_over_time()",
      "stddev_over_time(kiosk_fps[5m])",
    ],
    [
      "limitk(5, kiosk_fps)",
      "limitk | limitk() is experimental: Prometheus refuses it without a feature flag; write topk(), or a matcher for some of the series",
      "topk(5, kiosk_fps)",
    ],
    [
      "start_timestamp(kiosk_fps)",
      "start_timestamp | start_timestamp() is newer than Prometheus 3.5",
      "timestamp(kiosk_fps)",
    ],
    ["kiosk_fps </ 5", "</ | '</' needs a newer Prometheus or a feature flag", "kiosk_fps < 5"],
  ],
  syntax: [
    ["foo(up)", "foo | unknown function 'foo'", "floor(up)"],
    ["sum(up", " | the expression ends too early", "sum(up)"],
    ["sum(up))", ") | unexpected ')'", "sum((up))"],
    ['up{job="x', '"x | the string does not end', 'up{job="x"}'],
    ['up{job="\\d"}', "\"\\d\" | unknown escape '\\d' in a string; write \\\\d", 'up{job="\\\\d"}'],
    ['up{job="\\xff"}', "\"\\xff\" | '\\xff' is no character; write the character itself", 'up{job="ÿ"}'],
    ["", " | the expression ends too early", "0"],
  ],
  "variables in a rule": [
    [
      "rate(http_requests_total[$__rate_interval])",
      "$__rate_interval | '$__rate_interval': variables of Grafana only work in dashboards",
      "rate(http_requests_total[5m])",
    ],
    [
      'up{job=~"$job"}',
      "job=~\"$job\" | '$job': variables of Grafana only work in dashboards",
      'up{job=~"^job$"}',
    ],
  ],
};

describe.each(Object.entries(rows))("%s", (_, list) => {
  test.each(list)("%s", expectRow);
});

test("several mistakes are all said, in the order of the text", () => {
  expect(mistakesIn('sum by (endpont) (rate(kiosk_fps{jbo="x"}[5m])) > cert_expiry')).toEqual([
    "endpont | sum by: there is no label 'endpont'; there is job, instance",
    'kiosk_fps{jbo="x"}[5m] | rate() is for counters, and kiosk_fps is a gauge',
    "jbo=\"x\" | kiosk_fps has no label 'jbo' (did you mean 'job'?); it has job, instance",
    "> | fps/s > timestamp: other units",
  ]);
});

describe("variables in a dashboard", () => {
  test.each([
    'sum(rate(http_requests_total{endpoint=~"$endpoint", method="${method:regex}"}[$__rate_interval])) by (job)',
    "max_over_time((up)[$__range:${step}] offset $back)",
    "topk($n, kiosk_fps)",
    "sum by ($by) (kiosk_fps)",
    'label_replace(up, "$target", "$1", "instance", "(.*)")',
    '$metric{job="x"} > 5',
  ])("%s is fine", (text) => {
    expect(mistakesIn(text, true)).toEqual([]);
  });

  test("hide nothing beside them", () => {
    expect(mistakesIn('rate(http_requests_total{job="$job", methd="GET"}[$__rate_interval])', true)).toEqual([
      "methd=\"GET\" | http_requests_total has no label 'methd' (did you mean 'method'?); it has job, instance, method, status, endpoint",
    ]);
  });
});
