import { join } from "node:path";
import { expect, test } from "vitest";
import { checkedTypes } from "../../scripts/build/type-check.ts";
import { makeProject } from "../project/make-project.ts";
import { mistakesOfAlgebra } from "./author-mistakes/of-algebra.ts";
import { mistakesOfKinds } from "./author-mistakes/of-kinds.ts";
import { mistakesOfOptions } from "./author-mistakes/of-options.ts";
import { mistakesOfRules } from "./author-mistakes/of-rules.ts";
import { mistakesOfStack } from "./author-mistakes/of-stack.ts";
import { mistakesOfThings } from "./author-mistakes/of-things.ts";
import { mistakesOfUnitsAndLabels } from "./author-mistakes/of-units-and-labels.ts";
import { preamble } from "./author-mistakes/mistake.ts";

const mistakes = {
  ...mistakesOfKinds,
  ...mistakesOfUnitsAndLabels,
  ...mistakesOfRules,
  ...mistakesOfOptions,
  ...mistakesOfStack,
  ...mistakesOfThings,
  ...mistakesOfAlgebra,
};
const names = Object.keys(mistakes);
const fileOf = (name: string) => `definitions/mistake-${names.indexOf(name)}.ts`;

/** The line of a mistake in its file. */
function lineOf(code: string): number {
  const above = code.split("\n").findIndex((line) => line.endsWith("// here"));
  return preamble.split("\n").length + Math.max(above, 0);
}

test("each mistake is one problem, at its line, which says what to write instead", async () => {
  const files = names.map((name) => [fileOf(name), `${preamble}${mistakes[name]?.code}\n`] as const);
  const root = makeProject({ ...Object.fromEntries(files), "definitions/fine.ts": preamble });
  const project = { root, definitions: join(root, "definitions/fine.ts"), out: join(root, "out") };
  const { problems } = await checkedTypes(project);
  const found = names.map((name) => {
    const ofFile = problems.filter(({ place }) => place.file === fileOf(name));
    return [name, ofFile.map(({ place, message, fix }) => ({ line: place.line, says: message, fix }))];
  });
  const wanted = names.map((name) => {
    const { code = "", says, fix } = mistakes[name] ?? {};
    return [name, [{ line: lineOf(code), says, fix }]];
  });
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  expect(problems.filter(({ place }) => place.file === "definitions/fine.ts")).toEqual([]);
});

test("no fix sends the author elsewhere, or names what only the types know", () => {
  for (const { says, fix } of Object.values(mistakes)) {
    expect(`${says} ${fix}`).not.toMatch(/the editor shows|\[\w+Of\]|\bnever'|Omit</);
  }
});
