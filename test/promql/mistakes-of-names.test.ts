// Metrics, labels, joins, and what kind of series a function takes.
import { describe, expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { expectRow, type Row } from "./mistakes-in.ts";
import { analyseText } from "./of-text.ts";

const rows: Readonly<Record<string, readonly Row[]>> = {
  names: [
    [
      "sum(rate(http_request_total[5m]))",
      "http_request_total | unknown metric 'http_request_total' (did you mean 'http_requests_total'?)",
      "sum(rate(http_requests_total[5m]))",
    ],
    [
      "rate(http_request_duration_seconds[5m])",
      "http_request_duration_seconds | 'http_request_duration_seconds' is not a series of its own: take http_request_duration_seconds_bucket, http_request_duration_seconds_sum or http_request_duration_seconds_count",
      "rate(http_request_duration_seconds_count[5m])",
    ],
    [
      'kiosk_fps{__name__="up"} == 0',
      '__name__="up" | the metric is named twice: kiosk_fps and up',
      '{__name__="up"} == 0',
    ],
    [
      '{job=~".*"} > 0',
      '{job=~".*"} | a selector without a name needs a matcher that does not match the empty string',
      '{job=~".+"} > 0',
    ],
  ],
  labels: [
    [
      'up{jbo="x"}',
      "jbo=\"x\" | up has no label 'jbo' (did you mean 'job'?); it has job, instance",
      'up{job="x"}',
    ],
    [
      'rate(http_requests_total{method="GTE"}[5m])',
      "method=\"GTE\" | method of http_requests_total is never 'GTE'; it is one of GET, POST, PUT, DELETE",
      'rate(http_requests_total{method="GET"}[5m])',
    ],
    [
      'kiosk_memory_bytes{type!="statik"}',
      "type!=\"statik\" | type of kiosk_memory_bytes is never 'statik'; it is one of static, dynamic, video",
      'kiosk_memory_bytes{type!="static"}',
    ],
    [
      'disk_free_bytes{mount="data"}',
      "mount=\"data\" | mount of disk_free_bytes is never 'data'",
      'disk_free_bytes{mount="/data"}',
    ],
    [
      'rate(http_requests_total{status=~"6.."}[5m])',
      'status=~"6.." | no value of status of http_requests_total matches 6..; it is one of 200, 204, 400, 404, 500, 502, 503',
      'rate(http_requests_total{status=~"(?i)5.."}[5m])',
    ],
    [
      'rate(http_requests_total{endpoint!~"/(?!health).*"}[5m])',
      'endpoint!~"/(?!health).*" | not a regular expression: /(?!health).* (RE2 has no look-around)',
      'rate(http_requests_total{endpoint!~"/health.*"}[5m])',
    ],
    [
      'up{job=~"(a)\\\\1"}',
      'job=~"(a)\\\\1" | not a regular expression: (a)\\1 (RE2 has no back-references)',
      'up{job=~"(a)a"}',
    ],
    [
      'up{job=~"a**"}',
      'job=~"a**" | not a regular expression: a** (nothing to repeat before *)',
      'up{job=~"a*"}',
    ],
    [
      "sum by (endpont) (rate(http_requests_total[5m]))",
      "endpont | sum by: there is no label 'endpont' (did you mean 'endpoint'?); there is job, instance, method, status, endpoint",
      "sum by (endpoint) (rate(http_requests_total[5m]))",
    ],
    [
      "sum by (job) (sum(kiosk_fps))",
      "job | sum by: there is no label 'job'; there are none left",
      "sum by (job) (sum by (job, instance) (kiosk_fps))",
    ],
    [
      "sum by (job) (sum(kiosk_fps) or vector(0))",
      "job | sum by: there is no label 'job'; there are none left",
      "sum by (job) (sum by (job) (kiosk_fps) or vector(0))",
    ],
    [
      "avg without (endpoint) (kiosk_fps)",
      "endpoint | avg without: there is no label 'endpoint'; there is job, instance",
      "avg without (instance) (kiosk_fps)",
    ],
    [
      'label_replace(up, "host", "$1", "instanc", "(.*):.*")',
      "\"instanc\" | label_replace(): there is no label 'instanc' (did you mean 'instance'?); there is job, instance",
      'sum by (host) (label_replace(up, "host", "$1", "instance", "(.*):.*"))',
    ],
    [
      'label_replace(up, "host", "$1", "instance", "(.*")',
      '"(.*" | not a regular expression: (.* (it does not parse)',
      'label_replace(up, "host", "$1", "instance", "(.*)")',
    ],
    [
      'label_join(up, "where", "/", "job", "host")',
      "\"host\" | label_join(): there is no label 'host'; there is job, instance",
      'sum by (where) (label_join(up, "where", "/", "job", "instance"))',
    ],
    [
      'count_values("", build_info)',
      '"" | a label needs a name',
      'sum by (version) (count_values("version", build_info))',
    ],
  ],
  joins: [
    [
      "sum(kiosk_fps) / sum by (job) (kiosk_fps)",
      "/ | the sides of '/' never match: only the right has job; say on (…) or ignoring (…)",
      "sum by (job) (kiosk_fps) / on (job) group_left sum by (job) (kiosk_fps)",
    ],
    [
      "sum by (job) (kiosk_fps) - (sum by (instance) (kiosk_fps) or vector(0))",
      "- | the sides of '-' never match: only the left has job; say on (…) or ignoring (…)",
      "sum by (job) (kiosk_fps) - (sum by (job) (kiosk_fps) or vector(0))",
    ],
    [
      "sum(kiosk_fps) - sum by (job) (kiosk_fps)",
      "- | the sides of '-' never match: only the right has job; say on (…) or ignoring (…)",
      "sum(kiosk_fps) - (sum by (job) (kiosk_fps) or vector(0))",
    ],
    [
      'label_replace(up, "tier", "a", "", "") / label_replace(up, "tier", "b", "", "")',
      "/ | the sides of '/' never match: tier is a on the left and b on the right; say on (…) or ignoring (…) without tier",
      'label_replace(up, "tier", "a", "", "") / label_replace(up, "tier", "a", "", ".*")',
    ],
    [
      "kiosk_fps / ignoring (stage) kiosk_fps",
      "stage | ignoring, either side: there is no label 'stage'; there is job, instance",
      "kiosk_fps / ignoring (instance) group_left () sum by (job) (kiosk_fps)",
    ],
    [
      "kiosk_fps < 45 and build_info == 1",
      "and | the sides of 'and' never match: only the right has version; say on (…) or ignoring (…)",
      "kiosk_fps < 45 and ignoring (version) build_info == 1",
    ],
    [
      'kiosk_fps{job="a"} > 1 and up{job="b"} == 1',
      "and | the sides of 'and' never match: job is a on the left and b on the right; say on (…) or ignoring (…) without job",
      'kiosk_fps{job="a"} > 1 and up{job="a"} == 1',
    ],
    [
      'kiosk_fps{job="a"} > 1 and on (job) up{job=~"b|c"} == 1',
      "and | the sides of 'and' never match: job is a on the left and b or c on the right; say on (…) or ignoring (…) without job",
      'kiosk_fps{job="a"} > 1 and on (instance) up{job=~"b|c"} == 1',
    ],
    [
      "kiosk_fps * on (version) build_info",
      "version | on, left side: there is no label 'version'; there is job, instance",
      "kiosk_fps * on (instance) build_info",
    ],
    [
      "kiosk_fps * on (job) group_left (verison) build_info",
      "verison | group_left, right side: there is no label 'verison' (did you mean 'version'?); there is job, instance, version",
      "kiosk_fps * on (job) group_left (version) build_info",
    ],
    [
      "build_info * on (job) group_right (type) kiosk_fps",
      "type | group_right, left side: there is no label 'type'; there is job, instance, version",
      "build_info * on (job) group_right (version) kiosk_fps",
    ],
    [
      "kiosk_fps * on (job, instance) group_left (job) build_info",
      "job | 'job' is in on (…) and in the group clause",
      "kiosk_fps * on (instance) group_left (job) build_info",
    ],
    [
      "up == 0 and on (job) group_left () up == 0",
      "on (job) group_left () | 'and' takes no group_left or group_right",
      "up == 0 and on (job) up == 0",
    ],
    [
      "1 + on (job) kiosk_fps",
      "on (job) | on and ignoring need an instant vector on both sides",
      "1 + kiosk_fps",
    ],
  ],
  kinds: [
    [
      "rate(kiosk_fps[5m])",
      "kiosk_fps[5m] | rate() is for counters, and kiosk_fps is a gauge",
      "deriv(kiosk_fps[5m])",
    ],
    [
      "deriv(http_requests_total[5m])",
      "http_requests_total[5m] | deriv() is for gauges, and http_requests_total is a counter: use rate() or increase(); if it falls too, declare it with gauge({ … })",
      "rate(http_requests_total[5m])",
    ],
    [
      "predict_linear(http_requests_total[5m], 3600)",
      "http_requests_total[5m] | predict_linear() is for gauges, and http_requests_total is a counter: use rate() or increase(); if it falls too, declare it with gauge({ … })",
      "predict_linear(kiosk_fps[5m], 3600)",
    ],
    [
      "http_requests_total > 100",
      "http_requests_total | http_requests_total as it is: take rate() or increase() first",
      "increase(http_requests_total[1h]) > 100",
    ],
    [
      "max_over_time(http_requests_total[5m]) > 100",
      "max_over_time(http_requests_total[5m]) | http_requests_total as it is: take rate() or increase() first",
      "max_over_time(kiosk_fps[5m]) > 100",
    ],
    [
      "abs(http_requests_total) > 100",
      "abs(http_requests_total) | http_requests_total as it is: take rate() or increase() first",
      "abs(kiosk_fps) > 100",
    ],
    [
      "sum by (job) (http_requests_total)",
      "http_requests_total | sum of a raw counter: take rate() or increase() first",
      "count by (job) (http_requests_total)",
    ],
    [
      "histogram_quantile(0.95, sum by (job) (rate(http_request_duration_seconds_bucket[5m])))",
      "sum by (job) (rate(http_request_duration_seconds_bucket[5m])) | histogram_quantile() needs the label le: keep it with by (…, le)",
      "histogram_quantile(0.95, sum by (job, le) (rate(http_request_duration_seconds_bucket[5m])))",
    ],
    [
      "histogram_quantile(0.95, http_request_duration_seconds_bucket)",
      "http_request_duration_seconds_bucket | histogram_quantile() of buckets since the start of the process: use rate(…_bucket[5m])",
      "histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m]))",
    ],
    [
      "histogram_fraction(0, 0.5, rate(http_requests_total[5m]))",
      "rate(http_requests_total[5m]) | histogram_fraction() needs the rate() of a histogram's _bucket",
      "histogram_fraction(0, 0.5, rate(http_request_duration_seconds_bucket[5m]))",
    ],
    [
      "histogram_avg(kiosk_fps)",
      "histogram_avg(kiosk_fps) | histogram_avg() is for native histograms, and kiosk_fps is none",
      'histogram_avg({job="x"})',
    ],
    [
      "histogram_quantile(95, rate(http_request_duration_seconds_bucket[5m]))",
      "95 | histogram_quantile() takes a quantile from 0 to 1, not 95: write 0.95",
      "histogram_quantile(95 / 100, rate(http_request_duration_seconds_bucket[5m]))",
    ],
    [
      "quantile(99, kiosk_fps)",
      "99 | quantile takes a quantile from 0 to 1, not 99: write 0.99",
      "quantile(0.99, kiosk_fps)",
    ],
    ["sum(time())", "time() | sum needs an instant vector, not a scalar", "sum(vector(time()))"],
    ["topk(kiosk_fps, kiosk_fps)", "kiosk_fps | topk needs a scalar first", "topk(5, kiosk_fps)"],
    ["count_values(5, kiosk_fps)", "5 | count_values needs a string first", 'count_values("v", kiosk_fps)'],
    ["topk(kiosk_fps)", "topk(kiosk_fps) | topk takes 2 arguments, not 1", "topk(1, kiosk_fps)"],
    [
      "max_over_time(kiosk_fps)",
      "kiosk_fps | max_over_time() needs a range vector (…[5m]) here, not an instant vector: add a range",
      "max_over_time(kiosk_fps[5m])",
    ],
    ["abs(5)", "5 | abs() needs an instant vector here, not a scalar", "abs(kiosk_fps)"],
    [
      "clamp_max(kiosk_fps)",
      "clamp_max(kiosk_fps) | clamp_max() takes 2 arguments, not 1",
      "clamp_max(kiosk_fps, 5)",
    ],
    ["round(up, 1, 2)", "round(up, 1, 2) | round() takes 1 to 2 arguments, not 3", "round(up, 1)"],
    [
      'label_join(up, "a")',
      'label_join(up, "a") | label_join() takes 3 or more arguments, not 2',
      'label_join(up, "a", "-")',
    ],
    [
      "kiosk_fps[5m]",
      "kiosk_fps[5m] | a range vector is no result: it needs a function such as rate()",
      "kiosk_fps",
    ],
    ['"up"', '"up" | a string is no result', "5"],
    ['up == "x"', "\"x\" | '==' of a string", "up == 0"],
    ["kiosk_fps[5m] > 1", "kiosk_fps[5m] | '>' of a range vector", "kiosk_fps > 1"],
    ['-"x"', '-"x" | a sign before a string', "-5"],
    ["up and 1", "up and 1 | 'and' needs an instant vector on both sides", "up and on () vector(1)"],
    ["1 > 2", "1 > 2 | a comparison of scalars needs bool", "1 > bool 2"],
    ["up + bool 1", "up + bool 1 | bool goes with comparisons, not with '+'", "up > bool 1"],
  ],
};

describe.each(Object.entries(rows))("%s", (_, list) => {
  test.each(list)("%s", expectRow);
});

test("a sign before a power is one of the power, as Prometheus reads it", () => {
  const { type, diagnostics } = analyseText("-2 ^ 2", seriesCatalogue([]));
  expect(diagnostics).toEqual([]);
  expect(type.literal).toBe(-4);
});
