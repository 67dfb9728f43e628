import { expect, test } from "vitest";
import { firesAlways } from "../../generators/model/firing-always.ts";
import { readPromql } from "../../generators/promql/read.ts";

test.each([
  ["vector(1) > 0", true],
  ["0 < vector(1)", true],
  ["vector(1) == 1", true],
  ["vector(1.5) != 1", true],
  ["vector(1) >= 1", true],
  ["vector(1) <= 1", true],
  // Who gives a reason may leave the comparison out.
  ["vector(1)", true],
  ["vector(0)", true],
  ["vector(time())", false],
  ["time()", false],
  ["vector(1) > 1", false],
  ["vector(1) < 1", false],
  ["vector(1) == 2", false],
  ["vector(1) != 1", false],
  // 0 and 1 are values, and both fire: that is no condition, which is another mistake.
  ["vector(1) > bool 0", false],
  // The time decides.
  ["vector(time()) > 0", false],
  ["vector(time()) != 0", false],
  ["hour() > 8", false],
  // The other part decides.
  ["vector(1) > 0 and on () hour() > 8", false],
  ["vector(1) > 0 unless on () vector(1) > 0", false],
])("%s: %s", (expr, expected) => {
  const node = readPromql(expr);
  expect(node && firesAlways({ node })).toBe(expected);
});
