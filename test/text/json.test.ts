import { expect, test } from "vitest";
import { printJson } from "../../generators/text/json.ts";

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
