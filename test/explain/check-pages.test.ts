import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explained } from "../../generators/checks/index.ts";
import { checkPages, firstSentence } from "../../scripts/explain/check-pages.ts";
import { namesIn, namesInExamples } from "../../scripts/explain/names-in-examples.ts";
import * as around from "../checks/around-examples.ts";
import { root } from "../layout/source-files.ts";

const folder = join(root, "docs/checks");

test('docs/checks/ is fresh; "npm run docs:checks" makes it so', () => {
  const pages = checkPages();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
  const stale = Object.entries(pages).filter(
    ([name, text]) => readFileSync(join(folder, name), "utf8") !== text,
  );
  expect(stale.map(([name]) => name)).toEqual([]);
});

test("every name around the examples is said what it is", () => {
  const names = Object.keys(around).filter((name) => name !== "needed");
  expect(Object.keys(namesInExamples).sort()).toEqual(names.sort());
});

test("the names of an example are those that it uses, and not texts or keys", () => {
  const names = namesIn('alert({ ...rest, low: 1, expr: orders.rate("5m").root, summary: "critical" })');
  expect(names.map(([name]) => name)).toEqual(["orders", "rest"]);
});

test.each(explained)(
  "$id: why it matters is said in one or two sentences, with a source",
  ({ why, source }) => {
    const rest = why.slice(firstSentence(why).length);
    expect(rest === "" ? "" : firstSentence(rest.trimStart())).toBe(rest.trimStart());
    expect(why).toMatch(/^[A-Za-z0-9].*\.$/);
    expect(new URL(source).protocol).toBe("https:");
  },
);
