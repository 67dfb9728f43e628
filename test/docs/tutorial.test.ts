import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../layout/source-files.ts";
import { sectionOf, stepsOf } from "../package/steps-of-page.ts";

const tutorial = readFileSync(join(root, "docs/tutorial.md"), "utf8");
const readme = readFileSync(join(root, "README.md"), "utf8");

test("every block of the tutorial is a step that can be done", () => {
  const kinds = new Set(stepsOf(tutorial).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(["command", "edit", "file", "printed", "refused", "shipped"]);
});

test("what it shows of a file of the package stands there", () => {
  for (const step of stepsOf(tutorial)) {
    if (step.kind === "shipped") expect(readFileSync(join(root, step.path), "utf8")).toContain(step.text);
  }
});

test("the README begins as the tutorial does, and has fewer than 1,200 words", () => {
  const [first] = stepsOf(sectionOf(readme, "Five minutes"));
  expect(first).toEqual(stepsOf(tutorial)[0]);
  expect(readme.split(/\s+/).length).toBeLessThan(1200);
});

test("a block that nobody can do is found", () => {
  expect(() => stepsOf("```ts\nconst a = 1;\n```\n")).toThrow("does not begin with the path of its file");
  expect(() => stepsOf("<!-- in a.ts: b → c -->\n\n```ts\nd\n```\n")).toThrow(
    "does not say where the line stands",
  );
  expect(() => stepsOf("```python\n```\n")).toThrow("a block of python");
  expect(() => sectionOf("# A\n", "B")).toThrow('there is no heading "B"');
});
