import { expect, test } from "vitest";
import { readDocstring } from "../../scripts/reference/docstring.ts";

test("a docstring of one line", () => {
  expect(readDocstring("/** A word. */")).toEqual({ text: "A word.", examples: [], refuses: [], checks: [] });
});

test("sentences, examples of a line and of several, refusals and checks", () => {
  const comment = `/**
   * A word.
   *
   * It is short: \`@word\`.
   * @example word("a")
   * @example
   * word({
   *   a: "@b",
   * })
   * @refuses word(1)
   * @refuses word()
   * @check words-are-short
   */`;
  expect(readDocstring(comment)).toEqual({
    text: "A word.\n\nIt is short: `@word`.",
    examples: ['word("a")', 'word({\n  a: "@b",\n})'],
    refuses: ["word(1)", "word()"],
    checks: ["words-are-short"],
  });
});

test("another tag is a mistake", () => {
  expect(() => readDocstring("/**\n * A word.\n * @exmaple word()\n */")).toThrow("@exmaple is no tag");
});
