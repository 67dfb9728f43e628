import { describe, expect, test } from "vitest";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../generators/text/markdown.ts";

test("a page: the header, then its blocks with a blank line between them", () => {
  const page = printMarkdown(
    [
      heading(1, "Alerts"),
      "What to do.",
      table(["alert", "for"], [["A|B", "5m"]]),
      bulletList(["one", "two"]),
    ],
    { source: "definitions/" },
  );
  expect(page).toBe(`<!-- Generated from definitions/ by "signalbox build": edit there, not here. -->

# Alerts

What to do.

| alert | for |
| --- | --- |
| A\\|B | 5m |

- one
- two
`);
});

describe("code is shown as it stands", () => {
  test.each([
    ["rate(x[5m])", "`rate(x[5m])`"],
    ["a`b", "``a`b``"],
    ["`a`", "`` `a` ``"],
  ])("inline: %s", (text, markdown) => {
    expect(inlineCode(text)).toBe(markdown);
  });

  test("a block has a fence longer than any in it", () => {
    expect(codeBlock("promql", "up == 0")).toBe("```promql\nup == 0\n```");
    expect(codeBlock("md", "```")).toBe("````md\n```\n````");
  });
});

describe("plain text is seen as it stands", () => {
  test.each([
    ["http_requests_total", "http_requests_total"],
    ["_up_ *now* <b>", "\\_up\\_ \\*now\\* \\<b>"],
    ["[a](b) `c` &amp; a & b", "\\[a\\](b) \\`c\\` \\&amp; a & b"],
    ["# not a heading", "\\# not a heading"],
    ["- not a list", "\\- not a list"],
    ["1. not a list", "1\\. not a list"],
    ["-5 is a number", "-5 is a number"],
    ["C:\\temp", "C:\\\\temp"],
  ])("%s", (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });
});

test("a link's target cannot end the link", () => {
  expect(link("the [guide]", "guide.md#a b")).toBe("[the \\[guide\\]](<guide.md#a b>)");
  expect(link("x", "a>b")).toBe("[x](<a%3Eb>)");
});

test("a table's cell stays on its line, a list's item under its bullet", () => {
  expect(table(["a"], [["x\ny"]])).toBe("| a |\n| --- |\n| x y |");
  expect(bulletList(["x\ny"])).toBe("- x\n  y");
});
