import { expect, test } from "vitest";
import type { LabelSpec } from "../../generators/language/label.ts";
import {
  anyOrNone,
  branchesOf,
  canBeMissing,
  eitherLabels,
  narrowed,
  unanchored,
  united,
} from "../../generators/promql/label-value.ts";

test.each([
  ["a", ["a"]],
  ["a|b.", ["a", "b."]],
  ["(a|b)c|d", ["(a|b)c", "d"]],
  ["a\\|b|c", ["a\\|b", "c"]],
  ["[|(]|c", ["[|(]", "c"]],
  ["[]|]|c", ["[]|]", "c"]],
  ["\\Qa|b\\E|c", ["\\Qa|b\\E", "c"]],
  ["a|", ["a", ""]],
])("%s has these branches", (pattern, branches) => {
  expect(branchesOf(pattern)).toEqual(branches);
});

test.each([
  ["^a$", "a"],
  ["^(?:a|b)$", "a|b"],
  ["((a.))", "a."],
  ["(a)(b)", "(a)(b)"],
  ["(a)|(b)", "(a)|(b)"],
  ["(?P<x>a)", "(?P<x>a)"],
  ["(?i)^a$", "(?i)^a$"],
  ["(?i:a)", "(?i:a)"],
  ["^a\\$", "^a\\$"],
  ["^a\\\\$", "a\\\\"],
  ["^a|b$", "^a|b$"],
  ["[(]a)", "[(]a)"],
])("%s is %s", (pattern, plain) => {
  expect(unanchored(pattern)).toBe(plain);
});

test.each<[LabelSpec, boolean]>([
  ["*", false],
  [["a", "b"], false],
  [["a", ""], true],
  [/.*/, false],
  [anyOrNone, true],
  [new RegExp(String(anyOrNone).slice(1, -1)), true],
])("whether a label that is %s can be missing: %s", (spec, missing) => {
  expect(canBeMissing(spec)).toBe(missing);
});

test("a label that only one side has may be missing in the result of both", () => {
  const left = new Map<string, LabelSpec>(Object.entries({ a: "*", b: ["1"], c: "*", d: ["x"] }));
  const right = new Map<string, LabelSpec>(Object.entries({ c: "*", d: ["y"], e: /z.*/ }));
  const either = Object.fromEntries(eitherLabels(left, right) ?? []);
  expect(either).toEqual({ a: anyOrNone, b: ["1", ""], c: "*", d: ["x", "y"], e: anyOrNone });
  expect(eitherLabels(left, undefined)).toBeUndefined();
});

test("that it may be missing is not lost with other values, and ends behind a matcher that wants some", () => {
  expect(united(anyOrNone, ["a"])).toBe(anyOrNone);
  expect(united("*", ["a"])).toBe("*");
  expect(narrowed(anyOrNone, { op: "!=", value: "" })).toBe("*");
  expect(narrowed(anyOrNone, { op: "=~", value: ".+" })).toBe("*");
  expect(narrowed(anyOrNone, { op: "!=", value: "a" })).toBe(anyOrNone);
  expect(narrowed(anyOrNone, { op: "=", value: "a" })).toEqual(["a"]);
});
