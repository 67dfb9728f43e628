// What the editor shows beside a name is written for each word and each method.
import { expect, test } from "vitest";
import { sourceFiles, type SourceFile } from "../layout/source-files.ts";

const language = sourceFiles("generators/language");

/** The names of the functions and values that authors import, by the file that has them. */
function exportedWords(): readonly (readonly [SourceFile, string])[] {
  const index = language.find(({ path }) => path === "generators/language/index.ts");
  return [...(index?.text ?? "").matchAll(/export \{([^}]*)\} from "\.\/([^"]+)";/g)].flatMap(
    ([, names = "", path]) => {
      const file = language.find((one) => one.path === `generators/language/${path}`);
      const words = names
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type "));
      return words.map((word) => {
        if (!file) throw new Error(`${path} is not there`);
        return [file, word] as const;
      });
    },
  );
}

/** Whether the line before one ends a docstring. */
function isDocumented(lines: readonly string[], index: number): boolean {
  for (let before = index - 1; before >= 0; before--) {
    const line = lines[before]?.trim() ?? "";
    // A comment for us may stand between.
    if (!line.startsWith("//")) return line.endsWith("*/");
  }
  return false;
}

test("each word that authors import has a docstring", () => {
  const bare = exportedWords().filter(([{ text }, word]) => {
    const lines = text.split("\n");
    const declared = lines.findIndex((line) =>
      new RegExp(`^export (?:function|const) ${word}\\b`).test(line),
    );
    return declared < 0 || !isDocumented(lines, declared);
  });
  expect(exportedWords().length).toBeGreaterThan(60);
  expect(bare.map(([{ path }, word]) => `${path}: ${word}`)).toEqual([]);
});

/** The methods that the interfaces of expressions have, with whether each has a docstring. */
function methodsOf({ path, text }: SourceFile) {
  const lines = text.split("\n");
  let interfaceName = "";
  return lines.flatMap((line, index) => {
    interfaceName = /^export interface (\w+)/.exec(line)?.[1] ?? (line === "}" ? "" : interfaceName);
    const method = /^ {2}(?:readonly )?(\w+)(?:\(|<|: )/.exec(line)?.[1];
    if (interfaceName === "" || method === undefined) return [];
    return [{ name: `${path}: ${interfaceName}.${method}`, documented: isDocumented(lines, index) }];
  });
}

/** What an expression is at run time, and the operators' options, are not the author's methods. */
const ofTheRunTime = ["expression.ts", "matching.ts", "methods.ts"];

test("each method of an expression has a docstring", () => {
  const files = language.filter(
    ({ path }) => path.includes("/expression/") && !ofTheRunTime.some((name) => path.endsWith(`/${name}`)),
  );
  const methods = files.flatMap(methodsOf);
  expect(methods.length).toBeGreaterThan(100);
  expect(methods.filter(({ documented }) => !documented).map(({ name }) => name)).toEqual([]);
});
