import { expect, test } from "vitest";
import { printFilledJson, printJson } from "../../generators/text/json.ts";

test("two spaces, keys in the order given, a final line break", () => {
  expect(printJson({ title: "FPS", id: 1, panels: [{ type: "stat" }], empty: [] })).toBe(
    `{
  "title": "FPS",
  "id": 1,
  "panels": [
    {
      "type": "stat"
    }
  ],
  "empty": []
}
`,
  );
});

test("undefined is dropped from maps and lists; null stays", () => {
  expect(JSON.parse(printJson({ a: undefined, b: null, c: [undefined, 1, null] }))).toEqual({
    b: null,
    c: [1, null],
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  "%d is refused by its key",
  (value) => {
    expect(() => printJson({ limits: { max: value } })).toThrow(`"max" is ${value}, which JSON cannot hold`);
  },
);

test("filled: what fits into a line stands in one, and what does not is broken as far as it must", () => {
  const reads = Array.from({ length: 3 }, (_, index) => ({ by: `alert number ${index}`, takes: ["a", "b"] }));
  expect(printFilledJson({ name: "shop", none: [], nothing: {}, left: undefined, reads })).toBe(
    `{
  "name": "shop",
  "none": [],
  "nothing": {},
  "reads": [
    { "by": "alert number 0", "takes": ["a", "b"] },
    { "by": "alert number 1", "takes": ["a", "b"] },
    { "by": "alert number 2", "takes": ["a", "b"] }
  ]
}
`,
  );
  expect(() => printFilledJson({ max: NaN })).toThrow('"max" is NaN');
});

test("filled: no line that could be broken is longer than 120 characters", () => {
  for (const length of [90, 97, 98, 99, 100, 110]) {
    const lines = printFilledJson({ list: [{ key: "x".repeat(length), other: [1, 2] }, 3] }).split("\n");
    const long = lines.filter((line) => line.length > 120 && !/^\s*"key": /.test(line));
    expect(long).toEqual([]);
  }
});
