import { describe, expect, test } from "vitest";
import { importsOf } from "../../scripts/code/imports.ts";
import { addImports } from "../../scripts/new/syntax/add-imports.ts";
import { addToBrackets } from "../../scripts/new/syntax/add-to-brackets.ts";
import { exportedConstant, moduleOf } from "../../scripts/new/syntax/module.ts";

function added(text: string, element = "redis"): string | undefined {
  const module = moduleOf(text);
  return module && addToBrackets(module, exportedConstant(module, "services"), element);
}

describe("an element is added to a list as its writer laid it out", () => {
  test.each([
    ["export const services = [];\n", "export const services = [redis];\n"],
    ["export const services = [shop];\n", "export const services = [shop, redis];\n"],
    ["export const services = [shop, ] as const;\n", "export const services = [shop, redis] as const;\n"],
    [
      "export const services = [shop] satisfies Service[];\n",
      "export const services = [shop, redis] satisfies Service[];\n",
    ],
    [
      "export const services: readonly Service[] = [shop];\n",
      "export const services: readonly Service[] = [shop, redis];\n",
    ],
    ["export const services = [\n  shop,\n];\n", "export const services = [\n  shop,\n  redis,\n];\n"],
    ["export const services = [\n  shop\n];\n", "export const services = [\n  shop,\n  redis,\n];\n"],
    [
      "export const services = [\n  shop // ours, all of it\n];\n",
      "export const services = [\n  shop, // ours, all of it\n  redis,\n];\n",
    ],
    [
      "export const services = [\n  // None yet ].\n];\n",
      "export const services = [\n  // None yet ].\n  redis,\n];\n",
    ],
    [
      'export const services = [\n  a("],"), /* , */\n];\n',
      'export const services = [\n  a("],"), /* , */\n  redis,\n];\n',
    ],
    ["export const services = [...old, /x]/];\n", undefined],
    ["export const services = [shop /* ours */];\n", undefined],
    ["export const services = [...old];\n", "export const services = [...old, redis];\n"],
    [
      "export const services: readonly Service[] = [\n  // One line a service.\n  ...old,\n  shop, // ours\n];\n",
      "export const services: readonly Service[] = [\n  // One line a service.\n  ...old,\n  shop, // ours\n  redis,\n];\n",
    ],
    ["export const services = all();\n", undefined],
    ["const services = [shop];\n", undefined],
    ["export const services = [shop;\n", undefined],
  ])("%j", (before, after) => {
    expect(added(before)).toBe(after);
  });
  test("a line that would get too long is wrapped", () => {
    const long = "a".repeat(90);
    expect(added(`export const services = [${long}];\n`)).toBe(
      `export const services = [\n  ${long},\n  redis,\n];\n`,
    );
  });
});

test("what is edited is read back: code that is no element is never added", () => {
  expect(added("export const services = [shop];\n", "redis /*")).toBeUndefined();
  expect(added("export const services = [shop];\n", "redis, postgres")).toBeUndefined();
});

describe("imports are added, and never twice", () => {
  const edited = (text: string, module: string, name: string) =>
    addImports(text, importsOf([[module, name]]));
  test.each([
    ["", "./b.ts", "b", 'import { b } from "./b.ts";\n\n'],
    [
      'import { a } from "./a.ts";\n\nx();\n',
      "./b.ts",
      "b",
      'import { a } from "./a.ts";\nimport { b } from "./b.ts";\n\nx();\n',
    ],
    ['import { c } from "./b.ts";\n', "./b.ts", "b", 'import { b, c } from "./b.ts";\n'],
    ['import { b } from "./b.ts";\n', "./b.ts", "b", 'import { b } from "./b.ts";\n'],
    ['import { c as d } from "./b.ts";\n', "./b.ts", "b", 'import { b, c as d } from "./b.ts";\n'],
    [
      'import type { c } from "./b.ts";\n',
      "./b.ts",
      "b",
      'import type { c } from "./b.ts";\nimport { b } from "./b.ts";\n',
    ],
    [
      'import * as all from "./b.ts";\n',
      "./b.ts",
      "b",
      'import * as all from "./b.ts";\nimport { b } from "./b.ts";\n',
    ],
    [
      'import { c } from "./b.ts";\n',
      "./b.ts",
      "* as b",
      'import { c } from "./b.ts";\nimport * as b from "./b.ts";\n',
    ],
  ])("%j, %s, %s", (before, module, name, after) => {
    expect(edited(before, module, name)).toEqual({ text: after });
  });
  test.each([
    ["const b = 1;\n"],
    ['import { b } from "./other.ts";\n'],
    ['import { c as b } from "./b.ts";\n'],
    ["const { b } = all;\n"],
    ["function b() {}\n"],
    ["x.map((one) => { const b = one; return b; });\n"],
  ])("a name that means something else is refused: %j", (text) => {
    expect(edited(text, "./b.ts", "b")).toEqual({ refused: "b means something else in it" });
  });
});
