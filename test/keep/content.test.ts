import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as exported from "../../examples/ticket-shop/definitions/platform/severities.ts";
import { percent } from "../../generators/language/quantity.ts";
import { contentOf } from "../../generators/keep/content.ts";

const pair = ["x", "y"];

describe("values that differ have contents that differ", () => {
  const values = [
    undefined,
    null,
    true,
    "true",
    0,
    -0,
    NaN,
    "NaN",
    "",
    [],
    {},
    [[]],
    ["a", "b"],
    ["a,b"],
    ["b", "a"],
    { a: 1, b: 2 },
    { b: 2, a: 1 },
    { a: undefined },
    { a: "1" },
    new Map([["a", 1]]),
    new Map([["a", 2]]),
    new Set(["a", 1]),
    /a/,
    /a/i,
    "/a/",
    percent(5),
    percent(6),
    percent(5).times(2),
    Object.defineProperty({}, "hidden", { value: 1 }),
    ["a'1:b"],
    [["a"], "b"],
    { a: { b: 1 } },
    { "a1:b": 1 },
    [1, 2],
    [12],
    [pair, pair],
    [pair, ["x", "z"]],
    [pair, "#1,"],
    exported,
  ];

  test("each from each", () => {
    const contents = values.map(contentOf);
    expect(contents).not.toContain(undefined);
    expect(new Set(contents).size).toBe(values.length);
  });
});

test("whatever it is, another value has the same content only if it is the same", () => {
  const withContent = new Map<string, unknown>();
  fc.assert(
    fc.property(
      fc.anything({ withMap: true, withSet: true, withNullPrototype: false, maxKeys: 2 }),
      (value) => {
        const content = contentOf(value);
        if (content === undefined) return;
        if (withContent.has(content)) expect(isDeepStrictEqual(withContent.get(content), value)).toBe(true);
        withContent.set(content, value);
      },
    ),
    { seed: 1, numRuns: 2000 },
  );
  expect(withContent.size).toBeGreaterThan(500);
});

test("what is made anew of the same has the same", () => {
  const value = () => ({ labels: new Map([["job", ["a"]]]), limit: percent(5), list: [1, { deep: null }] });
  expect(contentOf(value())).toBe(contentOf(value()));
});

test.each([
  ["a function", () => 1],
  ["a symbol", Symbol("a")],
  ["what is under a symbol", { [Symbol("a")]: 1 }],
  ["an object that is more than its properties", new Date(0)],
  ["a promise", Promise.resolve(1)],
])("%s has none, however deep it is", (_what, value) => {
  expect([value, [value], { a: value }, new Map([["a", value]]), new Set([value])].map(contentOf)).toEqual(
    Array(5).fill(undefined),
  );
});
