import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { transform } from "../../scripts/load/transform.ts";
import { transformMany } from "../../scripts/load/transform-many.ts";
import { againBy, transformingAgain } from "../../scripts/load/transform-again.ts";

const folder = join(import.meta.dirname, "../../examples/starter/definitions");
const definitions = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

const texts = [
  ...definitions,
  "",
  'export const found = /[−✓]/.test("−") && "Zürich ✓";\n',
  'import type { A } from "./a.ts";\nimport { type B, c } from "./b.ts";\nexport * from "./d.ts";\nexport const e: A | B = c;\n',
  "export const a = 1;\nexport const = 2;\n",
  "await import('./later.ts');\n",
  "enum Level {\n  low,\n}\nexport default Level;\n",
];

test("esbuild in one process that stays makes the same as in one of its own each time", async () => {
  const again = await transformingAgain();
  const one = texts.flatMap((text) => again([text]));
  expect(one).toEqual(transform(texts));
  // More at once than are made one after the other.
  expect(texts.length).toBeGreaterThan(8);
  expect(again(texts)).toEqual(one);
});

test("so does one that is sent all of them, a few or many", async () => {
  const many = [...texts, ...texts];
  expect(many.length).toBeGreaterThan(16);
  expect(await transformMany(many)).toEqual(transform(many));
  expect(await transformMany(texts.slice(0, 2))).toEqual(transform(texts.slice(0, 2)));
});

test.each([
  new Error("The service was stopped"),
  Object.assign(new Error("Transform failed"), {
    errors: [{ text: "The service was stopped", location: null }],
  }),
])("where that process has ended, there is one for each time", (thrown) => {
  const again = againBy(() => {
    throw thrown;
  });
  expect(again(["export const a: number = 1;\n"])).toEqual(transform(["export const a: number = 1;\n"]));
});
