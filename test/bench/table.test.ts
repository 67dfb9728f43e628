import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { markdownTable, withBlock } from "../../scripts/bench/table.ts";

describe("a table", () => {
  const table = markdownTable(
    ["what", "s", "wanted"],
    [
      ["build", "12.50", "≤ 1/2"],
      ["an empty `npm run`", "0.23", ""],
    ],
    [0, 2],
  );

  test("has columns of one width, numbers to the right", () => {
    expect(table).toBe(`| what               |     s | wanted |
| ------------------ | ----: | ------ |
| build              | 12.50 | ≤ 1/2  |
| an empty \`npm run\` |  0.23 |        |`);
  });

  test("is as Prettier would write it", async () => {
    expect(await format(table, { parser: "markdown" })).toBe(`${table}\n`);
  });
});

describe("a block of a page", () => {
  const page = "# Page\n\n<!-- bench: build -->\n\nold\n\n<!-- end of bench: build -->\n\nText.\n";

  test("gets another content, and nothing else changes", () => {
    const filled = withBlock(page, "build", "new $& one");
    expect(filled).toBe(page.replace("old", () => "new $& one"));
    expect(withBlock(filled, "build", "old")).toBe(page);
  });

  test("that the page lacks is named", () => {
    expect(() => withBlock(page, "scale", "x")).toThrow("<!-- bench: scale -->");
  });
});
