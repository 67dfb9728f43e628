// Each mistake with what is said about it and where, and beside it the near miss that is fine.
import { describe, expect, test } from "vitest";
import { analyse } from "../../generators/promql/analysis.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { exampleSeries } from "./example-series.ts";

const catalogue = seriesCatalogue(exampleSeries);

/** What is wrong, with the piece of the text that is meant in front. */
function mistakesIn(text: string, dashboard = false): string[] {
  const { diagnostics } = analyse(text, catalogue, { dashboard });
  return diagnostics.map(({ from, to, message }) => `${text.slice(from, to)} | ${message}`);
}

type Row = readonly [wrong: string, mistake: string, fine: string];

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
      'game_fps{__name__="up"} == 0',
      '__name__="up" | the metric is named twice: game_fps and up',
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
      'game_memory_bytes{type!="statik"}',
      "type!=\"statik\" | type of game_memory_bytes is never 'statik'; it is one of static, dynamic, video",
      'game_memory_bytes{type!="static"}',
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
      "sum by (job) (sum(game_fps))",
      "job | sum by: there is no label 'job'; there are none left",
      "sum by (job) (sum by (job, instance) (game_fps))",
    ],
    [
      "avg without (endpoint) (game_fps)",
      "endpoint | avg without: there is no label 'endpoint'; there is job, instance",
      "avg without (instance) (game_fps)",
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
      "sum(game_fps) / sum by (job) (game_fps)",
      "/ | the sides of '/' never match: only the right has job; say on (…) or ignoring (…)",
      "sum by (job) (game_fps) / on (job) group_left sum by (job) (game_fps)",
    ],
    [
      "game_fps < 45 and build_info == 1",
      "and | the sides of 'and' never match: only the right has version; say on (…) or ignoring (…)",
      "game_fps < 45 and ignoring (version) build_info == 1",
    ],
    [
      'game_fps{job="a"} > 1 and up{job="b"} == 1',
      "and | the sides of 'and' never match: job is a on the left and b on the right; say on (…) or ignoring (…) without job",
      'game_fps{job="a"} > 1 and up{job="a"} == 1',
    ],
    [
      'game_fps{job="a"} > 1 and on (job) up{job=~"b|c"} == 1',
      "and | the sides of 'and' never match: job is a on the left and b or c on the right; say on (…) or ignoring (…) without job",
      'game_fps{job="a"} > 1 and on (instance) up{job=~"b|c"} == 1',
    ],
    [
      "game_fps * on (version) build_info",
      "version | on, left side: there is no label 'version'; there is job, instance",
      "game_fps * on (instance) build_info",
    ],
    [
      "game_fps * on (job) group_left (verison) build_info",
      "verison | group_left, right side: there is no label 'verison' (did you mean 'version'?); there is job, instance, version",
      "game_fps * on (job) group_left (version) build_info",
    ],
    [
      "build_info * on (job) group_right (type) game_fps",
      "type | group_right, left side: there is no label 'type'; there is job, instance, version",
      "build_info * on (job) group_right (version) game_fps",
    ],
    [
      "game_fps * on (job, instance) group_left (job) build_info",
      "job | 'job' is in on (…) and in the group clause",
      "game_fps * on (instance) group_left (job) build_info",
    ],
    [
      "up == 0 and on (job) group_left () up == 0",
      "on (job) group_left () | 'and' takes no group_left or group_right",
      "up == 0 and on (job) up == 0",
    ],
    [
      "1 + on (job) game_fps",
      "on (job) | on and ignoring need an instant vector on both sides",
      "1 + game_fps",
    ],
  ],
  kinds: [
    [
      "rate(game_fps[5m])",
      "game_fps[5m] | rate() is for counters, and game_fps is a gauge",
      "deriv(game_fps[5m])",
    ],
    [
      "deriv(http_requests_total[5m])",
      "http_requests_total[5m] | deriv() is for gauges, and http_requests_total is a counter: use rate() or increase()",
      "rate(http_requests_total[5m])",
    ],
    [
      "http_requests_total > 100",
      "http_requests_total | http_requests_total as it is: take rate() or increase() first",
      "increase(http_requests_total[1h]) > 100",
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
      "histogram_avg(game_fps)",
      "histogram_avg(game_fps) | histogram_avg() is for native histograms, and game_fps is none",
      'histogram_avg({job="x"})',
    ],
    [
      "histogram_quantile(95, rate(http_request_duration_seconds_bucket[5m]))",
      "95 | histogram_quantile() takes a quantile from 0 to 1, not 95: write 0.95",
      "histogram_quantile(95 / 100, rate(http_request_duration_seconds_bucket[5m]))",
    ],
    [
      "quantile(99, game_fps)",
      "99 | quantile takes a quantile from 0 to 1, not 99: write 0.99",
      "quantile(0.99, game_fps)",
    ],
    ["sum(time())", "time() | sum needs an instant vector, not a scalar", "sum(vector(time()))"],
    ["topk(game_fps, game_fps)", "game_fps | topk needs a scalar first", "topk(5, game_fps)"],
    ["count_values(5, game_fps)", "5 | count_values needs a string first", 'count_values("v", game_fps)'],
    ["topk(game_fps)", "topk(game_fps) | topk takes 2 arguments, not 1", "topk(1, game_fps)"],
    [
      "max_over_time(game_fps)",
      "game_fps | max_over_time() needs a range vector (…[5m]) here, not an instant vector: add a range",
      "max_over_time(game_fps[5m])",
    ],
    ["abs(5)", "5 | abs() needs an instant vector here, not a scalar", "abs(game_fps)"],
    [
      "clamp_max(game_fps)",
      "clamp_max(game_fps) | clamp_max() takes 2 arguments, not 1",
      "clamp_max(game_fps, 5)",
    ],
    ["round(up, 1, 2)", "round(up, 1, 2) | round() takes 1 to 2 arguments, not 3", "round(up, 1)"],
    [
      'label_join(up, "a")',
      'label_join(up, "a") | label_join() takes 3 or more arguments, not 2',
      'label_join(up, "a", "-")',
    ],
    [
      "game_fps[5m]",
      "game_fps[5m] | a range vector is no result: it needs a function such as rate()",
      "game_fps",
    ],
    ['"up"', '"up" | a string is no result', "5"],
    ['up == "x"', "\"x\" | '==' of a string", "up == 0"],
    ["game_fps[5m] > 1", "game_fps[5m] | '>' of a range vector", "game_fps > 1"],
    ['-"x"', '-"x" | a sign before a string', "-5"],
    ["up and 1", "up and 1 | 'and' needs an instant vector on both sides", "up and on () vector(1)"],
    ["1 > 2", "1 > 2 | a comparison of scalars needs bool", "1 > bool 2"],
    ["up + bool 1", "up + bool 1 | bool goes with comparisons, not with '+'", "up > bool 1"],
    [
      "-2 ^ 2",
      "-2 | write (-2) ^ … or -(… ^ …): this parser and Prometheus disagree on a sign before ^",
      "(-2) ^ 2",
    ],
  ],
  ranges: [
    [
      "max_over_time((game_fps)[5m])",
      "(game_fps)[5m] | a range […] must follow a selector; for an expression write a subquery [5m:]",
      "max_over_time((game_fps)[5m:])",
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
      "sum(game_memory_bytes) > sum(queue_lag_ms)",
      "> | bytes > milliseconds: other units",
      "sum(game_memory_bytes) > sum(disk_free_bytes)",
    ],
    ["time() - game_fps", "- | timestamp - fps: other units", "time() - process_start_time_seconds"],
    [
      "cert_expiry < 7",
      "< | a timestamp is compared with 7: compare time() - … or … - time()",
      "(cert_expiry - time()) / 86400 < 7 or cert_expiry == 0",
    ],
  ],
  "the newest Prometheus": [
    [
      "info(game_fps)",
      "info | info() is experimental: Prometheus refuses it without a feature flag; write a join: * on (…) group_left (…)",
      "game_fps * on (instance) group_left (version) build_info",
    ],
    [
      "mad_over_time(game_fps[5m])",
      "mad_over_time | mad_over_time() is experimental: Prometheus refuses it without a feature flag",
      "stddev_over_time(game_fps[5m])",
    ],
    [
      "limitk(5, game_fps)",
      "limitk | limitk() is experimental: Prometheus refuses it without a feature flag",
      "topk(5, game_fps)",
    ],
    [
      "start_timestamp(game_fps)",
      "start_timestamp | start_timestamp() is newer than Prometheus 3.5",
      "timestamp(game_fps)",
    ],
    ["game_fps </ 5", "</ | '</' needs a newer Prometheus or a feature flag", "game_fps < 5"],
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
  test.each(list)("%s", (wrong, mistake, fine) => {
    expect(mistakesIn(wrong)).toEqual([mistake]);
    expect(mistakesIn(fine)).toEqual([]);
  });
});

test("several mistakes are all said, in the order of the text", () => {
  expect(mistakesIn('sum by (endpont) (rate(game_fps{jbo="x"}[5m])) > cert_expiry')).toEqual([
    "endpont | sum by: there is no label 'endpont'; there is job, instance",
    'game_fps{jbo="x"}[5m] | rate() is for counters, and game_fps is a gauge',
    "jbo=\"x\" | game_fps has no label 'jbo' (did you mean 'job'?); it has job, instance",
    "> | fps/s > timestamp: other units",
  ]);
});

describe("variables in a dashboard", () => {
  test.each([
    'sum(rate(http_requests_total{endpoint=~"$endpoint", method="${method:regex}"}[$__rate_interval])) by (job)',
    "max_over_time((up)[$__range:${step}] offset $back)",
    "topk($n, game_fps)",
    "sum by ($by) (game_fps)",
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
