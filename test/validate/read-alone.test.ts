import { describe, expect, test } from "vitest";
import { falseCounts, missingFacts } from "../../generators/targets/alertmanager/notification-facts.ts";
import { metricsInQuery } from "../../generators/targets/grafana/validation/metrics-in-query.ts";
import { fieldsOfSample, fieldsReadBy } from "../../generators/targets/json-exporter/sample-fields.ts";

describe("the metrics of a query, read without our own reader of PromQL", () => {
  test.each([
    ["shop_up", ["shop_up"]],
    ['rate(a_total{job="b", c!~"d|e_total"}[$__rate_interval])', ["a_total"]],
    ["sum by (instance, le) (rate(a_bucket[5m] offset 1h))", ["a_bucket"]],
    ["a / on (x) group_left (y, z) b and ignoring (q) c unless bool_thing", ["a", "b", "c", "bool_thing"]],
    ["a > bool 1e3 or vector(0) + Inf - NaN * 5m", ["a"]],
    ["instance:shop_orders:rate5m @ end()", ["instance:shop_orders:rate5m"]],
    ['{__name__="odd_name", job="x"}', ["odd_name"]],
    ['label_replace(a, "b", "$1", "c", "(d_total)")', ["a"]],
    ['a{b="}"} + a{b=~"x{2}"}', ["a"]],
    ['a{instance=~"$instance"} * ${scale:raw} + $offset', ["a"]],
    ["histogram_quantile(0.95, sum without (job) (b_bucket))", ["b_bucket"]],
  ])("%s", (expr, names) => {
    expect(metricsInQuery(expr)).toEqual(names);
  });
});

describe("the fields of a sample answer that a path finds", () => {
  const sample = { a: { b: 1, "c.d": 2, "e\\f": 3 }, list: [{ x: 1 }], "g h": 4 };
  test("all that there are", () => {
    expect(fieldsOfSample(sample)).toEqual([["a", "b"], ["a", "c.d"], ["a", "e\\f"], ["list"], ["g h"]]);
  });
  test.each([
    ["{.a.b}", [["a", "b"]]],
    ["{.a.c\\.d}", [["a", "c.d"]]],
    ["{.a.e\\\\f}", [["a", "e\\f"]]],
    ["{.g\\ h}", [["g h"]]],
    ["{.a.c.d}", []],
    ["{.a}", []],
    ["{.a..b}", []],
    [".a.b", []],
    ["", []],
  ])("%s", (path, found) => {
    expect(fieldsReadBy(path, sample)).toEqual(found);
  });
});

describe("what a notification says", () => {
  const notification = (...alerts: readonly object[]) => ({ what: "a test", data: { alerts } });
  const firing = {
    status: "firing",
    labels: { alertname: "Slow" },
    annotations: { summary: "3 firing shots" },
  };
  const over = { ...firing, status: "resolved" };

  test("numbers are those of the alerts; what an author counts is none of them", () => {
    expect(falseCounts("title", "1 firing: 3 firing shots", notification(firing))).toEqual([]);
    expect(falseCounts("title", "2 firing, 1 resolved", notification(firing, over))).toEqual([
      'says "2 firing", and 1 firing would be right,',
    ]);
    expect(falseCounts("details.num_resolved", "0", notification(over))).toEqual([
      'says "0 resolved", and 1 resolved would be right,',
    ]);
  });

  test("which alert it is and whether it is over, in one of the texts", () => {
    expect(missingFacts(["Slow", "1 firing"], notification(firing))).toEqual([]);
    expect(missingFacts(["RESOLVED Slow"], notification(over))).toEqual([]);
    expect(missingFacts(["Slow"], notification(over))).toEqual(["do not say that it is resolved"]);
    expect(missingFacts(["resolved: Slow"], notification(firing))).toEqual([
      "say that it is resolved, and it fires",
    ]);
    expect(missingFacts(["x"], notification(firing))).toEqual(["do not say which alert it is: Slow"]);
  });
});
