import { expect, test } from "vitest";
import { parsedOnce } from "../../generators/targets/validation/parse-file.ts";

test("the same text of a path is read once, and another one anew", () => {
  const parse = parsedOnce();
  const first = parse("one.yml", "a: 1");
  expect(parse("one.yml", "a: 1")).toBe(first);
  expect(parse("one.yml", "a: 2").data).toEqual({ a: 2 });
  expect(parse("one.yml", "a: 1").data).toEqual({ a: 1 });
});

test("the same text is read for each path, because its name says how", () => {
  const parse = parsedOnce();
  expect(parse("one.yml", "a: 1").data).toEqual({ a: 1 });
  expect(parse("one.json", "a: 1").mistakes).toHaveLength(1);
});

test.each(["one.yml", "one.json"])("lines of %s are known, however often they are asked for", (path) => {
  const { lineOf } = parsedOnce()(path, '{\n  "a": {\n    "b": 1\n  }\n}');
  expect([lineOf(["a"]), lineOf(["a", "b"]), lineOf(["a", "c"])]).toEqual([2, 3, 2]);
});
