import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "../../generators/pictures/spread.ts";

const item = fc.record({
  wanted: fc.double({ min: -50, max: 150, noNaN: true }),
  size: fc.double({ min: 1, max: 20, noNaN: true }),
});

test("what has room is where it wants to be", () => {
  const items = [
    { wanted: 50, size: 10 },
    { wanted: 20, size: 10 },
  ];
  expect(spread(items, 0, 100)).toEqual([50, 20]);
});

test("what would touch is moved apart, and what lies outside comes in", () => {
  const at = (wanted: number) => ({ wanted, size: 10 });
  expect(spread([at(50), at(50), at(55)], 0, 100)).toEqual([50, 60, 70]);
  expect(spread([at(95), at(99), at(120)], 0, 100)).toEqual([75, 85, 95]);
  expect(spread([at(-5), at(0)], 0, 100)).toEqual([5, 15]);
});

test("nothing touches, all keep their order, and all are within bounds where there is room", () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      const placed = spread(items, 0, 130).map((middle, index) => ({ middle, ...items[index]! }));
      const inOrder = placed.toSorted((a, b) => a.middle - b.middle);
      for (const [index, { middle, size, wanted }] of inOrder.entries()) {
        const next = inOrder[index + 1];
        expect(middle - size / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(middle + size / 2).toBeLessThanOrEqual(130 + 1e-6);
        if (!next) continue;
        expect(middle + size / 2).toBeLessThanOrEqual(next.middle - next.size / 2 + 1e-6);
        expect(wanted).toBeLessThanOrEqual(next.wanted);
      }
    }),
  );
});
