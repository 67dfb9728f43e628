import { expect, test } from "vitest";
import { holdsFor } from "../../../generators/promql/evaluate/combine.ts";
import { comparisons, isComparison } from "../../../generators/promql/operators.ts";

// Around what 12 digits can tell apart, around where nothing is rounded any more, and far from both.
const differences = [0, 1e-16, 4e-13, 5e-12, 1e-11, 9e-10, 1e-9, 1.1e-9, 1e-6, 1];
const amounts = [0, 1, -1, 0.1, 1 / 3, 99.99999999995, 1e-300, -1e12, 2 ** 63];
const none = [Infinity, -Infinity, NaN];

test.each(Object.keys(comparisons).filter(isComparison))(
  "numbers %s each other as they are with 12 digits",
  (op) => {
    const pairs = [
      ...amounts.flatMap((amount) => differences.map((by) => [amount, amount + by * (amount || 1)] as const)),
      ...[...none, ...amounts].flatMap((left) => none.map((right) => [left, right] as const)),
    ];
    for (const [one, other] of [...pairs, ...pairs.map(([one, other]) => [other, one] as const)]) {
      const [left = NaN, right = NaN] = [one, other].map((value) =>
        Number.isFinite(value) ? Number(value.toPrecision(12)) : value,
      );
      expect([one, op, other, holdsFor(op, one, other)]).toEqual([
        one,
        op,
        other,
        comparisons[op].holds(left, right),
      ]);
    }
  },
);
