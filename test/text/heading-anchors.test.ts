import { expect, test } from "vitest";
import { headingAnchors, heading } from "../../generators/text/markdown.ts";
import { anchors } from "../../generators/targets/docs/validation/markdown-links.ts";

test.each([
  ["shop_free_seats", "shop_free_seats"],
  ["node_memory_MemTotal_bytes", "node_memory_memtotal_bytes"],
  ["instance:up:sum", "instanceupsum"],
  ["Up & down, left | right", "up--down-left--right"],
  ["*bold* _it_ `code` [x](y)", "bold-_it_-code-xy"],
  ["Größe 日本", "größe-日本"],
])("%s", (text, anchor) => {
  expect(headingAnchors([text])).toEqual([anchor]);
});

test("of headings that are called alike the later ones get a number", () => {
  expect(headingAnchors(["Up", "up", "Up-1", "UP"])).toEqual(["up", "up-1", "up-1-1", "up-2"]);
});

test("they are what the validator of the links reads from the page", () => {
  const headings = ["Up", "a_b", "*x* | `y`", "Up", "C:\\temp <b> &amp; 1. 2"];
  const page = headings.map((text) => heading(2, text)).join("\n\n");
  // Code in a heading is left out by the validator, but what is written there is no code: the backticks are escaped.
  expect(anchors(page)).toEqual(headingAnchors(headings));
});
