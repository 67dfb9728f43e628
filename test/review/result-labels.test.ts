import { expect, test } from "vitest";
import { readPromql } from "../../generators/promql/read.ts";
import { identityChange } from "../../generators/review/identity-change.ts";
import { otherNames } from "../../generators/review/other-names.ts";

const version = (expr: string) => ({ expr, node: readPromql(expr) });
const pair = (base: string, head: string) => ({ base: version(base), head: version(head) });

test.each([
  ["sum by (a) (x) > 1", "sum by (a, b) (x) > 1", "also has b"],
  ["sum by (a, b) (x) > 1", "sum by (b, c) (x) > 1", "also has c and no longer has a"],
  ["x > 1", "max by (a) (x) > 1", "has only a, was all labels of its series"],
  ["sum(x) > 1", "x > 1", "has all labels of its series, was no labels"],
  ["x / y > 1", "x / ignoring (a) y > 1", "no longer has a"],
  ["x / on (a) y > 1", "x / on (a, b) y > 1", "also has b"],
  ["x > 1", "x * on (a) group_left (b) y > 1", undefined],
  ['absent(up{job="a"} == 1)', 'absent(up{job="a"})', "also has job"],
  ["max by (a) (x) > 1", "sum by (a) (x) > 2", undefined],
  ["x > 1", "x > 1 and on (a) y", undefined],
  ["x > 1", "x > 1 or y", undefined],
  ['x{a=""} > 1', 'x{a="b"} > 1', "also has a"],
  ["sum without (a) (x) > 1", "sum without (a, b) (x) > 1", "no longer has b"],
  ['label_replace(x, "a", "b", "c", "d") > 1', "x > 1", undefined],
  ["time() - max(x) > 1", "time() - max by (a) (x) > 1", "also has a"],
  ["sum by (le) (x)", "histogram_quantile(0.9, sum by (le) (x))", "no longer has le"],
])("from %s to %s", (base, head, text) => {
  const said = text === undefined ? undefined : `what fires ${text}: open alerts resolve and fire anew`;
  expect(identityChange(pair(base, head))).toBe(said);
});

test.each([
  ["x > 1", "y > 1", [["x", "y"]]],
  ["x / y > 1", "z / y > 1", [["x", "z"]]],
  ["rate(x[5m]) / rate(x[1h]) > 1", "rate(y[5m]) / rate(y[1h]) > 1", [["x", "y"]]],
  // Another condition, one of two reads, a name that is there for something else, and two that become one.
  ["x > 1", "y > 2", []],
  ["x / x > 1", "x / y > 1", []],
  ["x / y > 1", "y / x > 1", []],
  ["x / y > 1", "z / z > 1", []],
  ["x > 1", "x > 2", []],
])("of %s and %s the metrics that are called otherwise", (base, head, names) => {
  expect(otherNames(pair(base, head)).map((one) => [one.base, one.head])).toEqual(names);
});
