import { expect, test } from "vitest";
import { comparePlace, compareText, inOrder } from "../../generators/text/order.ts";

const at = (file: string, line: number) => ({ place: { file, line } });

test("texts go by code unit, whatever the language of the machine: capitals, small letters, umlauts", () => {
  expect(["ä", "b", "Z", "a", "a-b", "a_b", "", "z"].sort(compareText)).toEqual([
    "",
    "Z",
    "a",
    "a-b",
    "a_b",
    "b",
    "z",
    "ä",
  ]);
  expect(compareText("same", "same")).toBe(0);
});

test("definitions go by file, then by line as a number", () => {
  const sorted = [at("b.ts", 1), at("a.ts", 10), at("a.ts", 9), at("B.ts", 5)].sort(comparePlace);
  expect(sorted).toEqual([at("B.ts", 5), at("a.ts", 9), at("a.ts", 10), at("b.ts", 1)]);
});

test("the exports of a module go as they stand in it, those of one line as they come", () => {
  const [first, second, third] = [
    { name: "z", ...at("a.ts", 1) },
    { name: "y", ...at("a.ts", 7) },
    { name: "x", ...at("a.ts", 7) },
  ];
  expect(inOrder({ second, third, first })).toEqual([first, second, third]);
});

test("no exports are an empty list", () => {
  expect(inOrder(undefined)).toEqual([]);
});
