import { describe, expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { boundSpellings } from "../../generators/language/expression/selector.ts";
import { histogram } from "../../generators/language/metric-definition.ts";
import { metrics } from "../../generators/language/metric.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { app, infra } from "./example-metrics.ts";

const requests = app.http_requests_total;
const print = (expression: unknown): string => printPromql(nodeOf(expression));

const sizes = metrics(
  { job: "*" },
  { size_bytes: histogram({ help: "Sizes.", unit: "bytes", buckets: [0.5, 1, 1000, 1_000_000] }) },
).size_bytes;

describe("where() says each kind of matcher by the value it is given", () => {
  test.each([
    ["one value", requests.where({ method: "GET" }), 'method="GET"'],
    ["several values", requests.where({ method: ["GET", "PUT"] }), 'method=~"GET|PUT"'],
    ["a list of one", requests.where({ method: ["GET"] }), 'method="GET"'],
    ["a pattern", requests.where({ status: /5../ }), 'status=~"5.."'],
    ["a pattern in any case", requests.where({ endpoint: /\/a/i }), 'endpoint=~"(?i)/a"'],
    ["flags that change nothing", requests.where({ endpoint: /\/a.b/su }), 'endpoint=~"/a.b"'],
    [
      "characters by their number",
      requests.where({ endpoint: /\u00e9\u{1F600}/u }),
      'endpoint=~"\\\\x{00e9}\\\\x{1F600}"',
    ],
    [
      "a pattern of Prometheus",
      requests.where({ endpoint: { pattern: ".*(?i:error).*" } }),
      'endpoint=~".*(?i:error).*"',
    ],
    [
      "not a pattern of Prometheus",
      requests.whereNot({ endpoint: { pattern: "[[:alpha:]]+" } }),
      'endpoint!~"[[:alpha:]]+"',
    ],
    [
      "an escaped slash and backslash",
      requests.where({ endpoint: /\/a\\\/\d/ }),
      'endpoint=~"/a\\\\\\\\/\\\\d"',
    ],
    ["a variable of a dashboard", requests.where({ endpoint: { variable: "path" } }), 'endpoint=~"$path"'],
    ["not one value", requests.whereNot({ method: "GET" }), 'method!="GET"'],
    ["none of several", requests.whereNot({ method: ["GET", "PUT"] }), 'method!~"GET|PUT"'],
    ["not a pattern", requests.whereNot({ status: /5../ }), 'status!~"5.."'],
    ["not a variable", requests.whereNot({ endpoint: { variable: "path" } }), 'endpoint!~"$path"'],
    [
      "values with signs of patterns",
      requests.where({ endpoint: ["/a.b", "/c|d"] }),
      'endpoint=~"/a\\\\.b|/c\\\\|d"',
    ],
    ["two labels", requests.where({ method: "GET", status: "200" }), 'method="GET", status="200"'],
    ["the same twice", requests.where({ method: "GET" }).where({ method: "GET" }), 'method="GET"'],
  ])("%s", (_, expression, matchers) => {
    expect(print(expression)).toBe(`http_requests_total{${matchers}}`);
  });

  test("a metric that is narrowed stays as it was", () => {
    requests.where({ method: "GET" });
    expect(print(requests)).toBe("http_requests_total");
  });

  test("what PromQL cannot say throws, and says why", () => {
    expect(() => requests.where({ method: [] })).toThrow("method: an empty list matches nothing");
    expect(() => requests.where({ endpoint: /a/m })).toThrow("PromQL patterns have only the flag i");
    expect(() => requests.where({ endpoint: { variable: "$path" } })).toThrow(
      "write it without $ and braces",
    );
  });
});

describe("bucket bounds are found however they are stored", () => {
  // Tried with Prometheus 3.5: what is exposed, and the label of the stored series.
  test.each([
    ["0.5", "0.5"],
    ["1", "1.0"],
    ["100000", "100000.0"],
    ["123456", "123456.0"],
    ["1000000", "1e+06"],
    ["1234567", "1.234567e+06"],
    ["10000000", "1e+07"],
    ["999999.5", "999999.5"],
    ["0.0001", "0.0001"],
    ["0.00001", "1e-05"],
    ["1.5e-7", "1.5e-07"],
    ["0", "0.0"],
    ["+Inf", "+Inf"],
  ])("%s is stored as %s", (exposed, stored) => {
    expect(boundSpellings(exposed)).toEqual(exposed === stored ? [exposed] : [exposed, stored]);
  });

  test.each([
    ["0.5", 'le="0.5"'],
    ["1", 'le=~"1(\\\\.0)?"'],
    ["1000000", 'le=~"1000000|1e\\\\+06"'],
    ["+Inf", 'le="+Inf"'],
  ] as const)("the bucket %s", (bound, matcher) => {
    expect(print(sizes.atMost(bound))).toBe(`size_bytes_bucket{${matcher}}`);
  });

  test("several buckets, and the others", () => {
    expect(print(sizes.bucket.where({ le: ["0.5", "1000"] }))).toBe(
      'size_bytes_bucket{le=~"0\\\\.5|1000(\\\\.0)?"}',
    );
    expect(print(sizes.bucket.whereNot({ le: "1" }))).toBe('size_bytes_bucket{le!~"1(\\\\.0)?"}');
  });

  test("a label of another name is compared as it is", () => {
    expect(print(requests.where({ status: "200" }))).toBe('http_requests_total{status="200"}');
  });
});

describe("when a value is taken", () => {
  test.each([
    ["an hour ago", requests.offset("1h").rate("5m"), "rate(http_requests_total[5m] offset 1h)"],
    ["later", infra.up.offset("-1h"), "up offset -1h"],
    ["at the end", infra.up.at("end()"), "up @ end()"],
    ["at a moment", infra.up.at(1_609_746_000), "up @ 1609746000"],
    ["both", infra.up.offset("1h").at("start()").deriv("5m"), "deriv(up[5m] offset 1h @ start())"],
    [
      "and every minute",
      infra.up.offset("1h").avgOverTime("1h", "1m"),
      "avg_over_time((up offset 1h)[1h:1m])",
    ],
  ])("%s", (_, expression, text) => {
    expect(print(expression)).toBe(text);
  });
});

describe("series that are missing", () => {
  test.each([
    ["any", infra.up.absent(), "absent(up)"],
    ["of a job", infra.up.absent({ job: "x" }), 'absent(up{job="x"})'],
    [
      "of some",
      requests.where({ method: "GET" }).absent({ job: "x" }),
      'absent(http_requests_total{method="GET", job="x"})',
    ],
    ["for long", infra.up.absentOverTime("1h", { job: "x" }), 'absent_over_time(up{job="x"}[1h])'],
    ["of a result", infra.up.sum().absent(), "absent(sum(up))"],
  ])("%s", (_, expression, text) => {
    expect(print(expression)).toBe(text);
  });
});
