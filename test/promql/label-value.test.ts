import { expect, test } from "vitest";
import { branchesOf, unanchored } from "../../generators/promql/label-value.ts";

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
