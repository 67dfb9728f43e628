import { expect, test } from "vitest";
import { matchedTexts } from "../../../generators/review/trials/matched-texts.ts";

test.each([
  ["a|b", ["a", "b"]],
  ["5..", ["500"]],
  ["^(?:5..)$", ["500"]],
  [".*", ["", "0"]],
  [".+", ["0"]],
  ["/api/(?:ds|tsdb)/query", ["/api/ds/query", "/api/tsdb/query"]],
  ["(/dev/)?sd.+", ["sd0", "/dev/sd0"]],
  ["v[0-9]*\\.x", ["v.x", "v0.x"]],
  ["\\d+ms", ["1ms"]],
  ["a\\.b", ["a.b"]],
])("texts that %s matches", (pattern, texts) => {
  expect(matchedTexts(pattern)).toEqual(texts);
});

test("of what cannot be put together there are none", () => {
  expect(matchedTexts("[[:digit:]]+x")).toEqual([]);
  expect(matchedTexts("(")).toEqual([]);
});
