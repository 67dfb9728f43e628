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

/** The head of an exported function or constant: all before its body. */
function headOf(lines: readonly string[], start: number): readonly string[] {
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    for (const character of lines[index] ?? "") depth += { "(": 1, ")": -1 }[character] ?? 0;
    if (depth === 0 && /[{;]$/.test(lines[index] ?? "")) return lines.slice(start, index + 1);
  }
  return lines.slice(start);
}

interface Declared {
  readonly path: string;
  readonly lines: readonly string[];
}

/** The interfaces and types of the language by name, and the heads of the words that authors import. */
function declarations() {
  const types = new Map<string, Declared>();
  for (const { path, text } of language) {
    const lines = text.split("\n");
    lines.forEach((line, start) => {
      const name = /^(?:export )?(?:interface|type) (\w+)/.exec(line)?.[1];
      if (name === undefined) return;
      const length = lines.slice(start).findIndex((one) => /^\}|;$/.test(one) && !/^ {2}/.test(one));
      types.set(name, { path, lines: lines.slice(start, start + length + 1) });
    });
  }
  const heads = exportedWords().map(([{ path, text }, word]): Declared => {
    const lines = text.split("\n");
    const start = lines.findIndex((line) => line.startsWith(`export function ${word}`));
    return { path, lines: start < 0 ? [] : headOf(lines, start) };
  });
  return { types, heads };
}

/** The parameters in a head: what it returns is not filled in. */
function parametersOf(head: string): string {
  return head.slice(head.indexOf("("), head.lastIndexOf(")"));
}

/** Sets of kinds, whose options the word of each kind takes, and texts that are messages of the compiler. */
const notFilledIn = new Set(["JobDefinitions", "NotifierOptions", "PanelOptions", "WithOptionOfItsOwn"]);

/** What authors fill in: the types that the words take, and those that these are made of; not what another word makes. */
function filledIn(): readonly Declared[] {
  const { types, heads } = declarations();
  const found = new Map<string, Declared>();
  const todo = heads.map(({ lines }) => parametersOf(lines.join("\n")));
  for (let text = todo.pop(); text !== undefined; text = todo.pop()) {
    for (const [name] of text.matchAll(/\b[A-Z]\w+/g)) {
      const type = types.get(name);
      if (type === undefined || found.has(name) || notFilledIn.has(name)) continue;
      // What has a kind or a place is the result of a word.
      if (type.lines.some((line) => /^\s+readonly (?:kind|place)\b/.test(line))) continue;
      if (type.path.includes("/expression/") && !type.path.endsWith("/matching.ts")) continue;
      found.set(name, type);
      todo.push(type.lines.join("\n"));
    }
  }
  return [...found.values()];
}

test("each option that authors write has a docstring", () => {
  const options = filledIn().flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => {
      const option = /^ {2}readonly (\w+|"[^"]+")\??:/.exec(line)?.[1];
      if (option === undefined) return [];
      return [{ name: `${path}: ${lines[0] ?? ""} ${option}`, documented: isDocumented(lines, index) }];
    }),
  );
  expect(options.length).toBeGreaterThan(200);
  expect(options.filter(({ documented }) => !documented).map(({ name }) => name)).toEqual([]);
});

test("options are interfaces, so that each has room for a docstring", () => {
  const texts = [
    ...declarations().heads.map(({ lines }) => parametersOf(lines.join("\n"))),
    ...filledIn().map(({ lines }) => lines.join("\n")),
  ];
  const inline = texts.flatMap((text) => text.match(/.*\{ readonly (?!kind|type)\w.*/g) ?? []);
  expect(inline).toEqual([]);
});

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
