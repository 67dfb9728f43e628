import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explainedByFolder } from "../../generators/checks/index.ts";
import { aggregations } from "../../generators/promql/aggregations.ts";
import { functions } from "../../generators/promql/functions.ts";
import { longFunctions } from "./long-functions.ts";
import { root, sourceFiles, type SourceFile } from "./source-files.ts";

const language = sourceFiles("generators/language");
const definitions = sourceFiles("definitions");
const generators = sourceFiles("generators").filter(({ path }) => !path.startsWith("generators/language/"));
const scripts = sourceFiles("scripts");
const examples = sourceFiles("examples");
const tests = sourceFiles("test");
const all = [...language, ...definitions, ...generators, ...scripts, ...examples, ...tests];
/** What may be deleted with the services of this repository, beside their definitions. */
const ofCustomers = "test/definitions/";

/** What PromQL is: the tree of an expression, how deep it may be, and what stands in one. The language writes it, and everything else reads it. */
const wordsOfPromql = [
  "generators/promql/aggregations.ts",
  "generators/promql/function-row.ts",
  "generators/promql/functions.ts",
  "generators/promql/operators.ts",
  "generators/promql/result-unit.ts",
  "generators/promql/tree.ts",
];

/** Files of ours that a file imports, but for those below the folders it may import from. */
function importsBesides(files: readonly SourceFile[], allowed: readonly string[]): string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => /^(?:definitions|examples|generators|scripts|test)\//.test(target))
      .filter((target) => !allowed.some((folder) => target.startsWith(folder)))
      .map((target) => `${path} imports ${target}`),
  );
}

/** Packages and modules of Node that a file imports. */
function outsiders(files: readonly SourceFile[], allowed: readonly RegExp[]): string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => !/^(?:definitions|examples|generators|scripts|test)\//.test(target))
      .filter((target) => !allowed.some((pattern) => pattern.test(target)))
      .map((target) => `${path} imports ${target}`),
  );
}

/** A file without its comments, strings and patterns, in which any word may stand. */
function codeOf(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*|\/(?![*/ ])(?:[^/\\\n]|\\.)+\//g,
    " ",
  );
}

describe("imports point one way: scripts, generators, the language; definitions see the language alone", () => {
  test("the language imports only itself and what PromQL is: its tree, operators, functions and aggregations", () => {
    expect(importsBesides(language, ["generators/language/", ...wordsOfPromql])).toEqual([]);
  });
  test("what PromQL is imports nothing else but the language's units and places, and how what is known is kept", () => {
    const files = generators.filter(({ path }) => wordsOfPromql.includes(path));
    expect(files.map(({ path }) => path)).toEqual(wordsOfPromql);
    expect(
      importsBesides(files, [
        "generators/language/unit.ts",
        "generators/language/place.ts",
        "generators/remembered.ts",
        ...wordsOfPromql,
      ]),
    ).toEqual([]);
    expect(outsiders(files, [])).toEqual([]);
  });
  test("the evaluation of an expression imports PromQL, the language and how Go prints numbers", () => {
    const files = generators.filter(({ path }) => path.startsWith("generators/promql/evaluate/"));
    expect(files.length).toBeGreaterThan(0);
    expect(
      importsBesides(files, ["generators/promql/", "generators/language/", "generators/text/go-number.ts"]),
    ).toEqual([]);
  });
  test("the grammar of Prometheus is seen by what reads PromQL alone: everything else works on its tree", () => {
    const grammar = ["parse", "read", "time-modifier"].map((name) => `generators/promql/${name}.ts`);
    const others = [...generators, ...scripts];
    const seeing = others.filter(({ imports }) =>
      imports.some((target) => /^@(?:lezer|prometheus-io)\//.test(target)),
    );
    expect(seeing.map(({ path }) => path).sort()).toEqual(grammar);
    const parsing = others.filter(({ imports }) => imports.includes("generators/promql/parse.ts"));
    expect(parsing.map(({ path }) => path)).toEqual(["generators/promql/read.ts"]);
  });
  test("text becomes a tree where definitions are resolved, where deployed rules are played faster, and where plain files are reviewed or imported", () => {
    const reading = [...language, ...generators, ...scripts].filter(({ text }) =>
      /\b(?:readPromql|readText|parsePromql)\b/.test(codeOf(text)),
    );
    // The first two are what reads.
    const homes = ["parse", "read", "reading", "scale"].map((name) => `generators/promql/${name}.ts`);
    const plain = ["dashboards", "rules"].map((name) => `generators/review/plain/${name}.ts`);
    const imported = ["dashboards/dashboard-readers", "input/read-rules"].map(
      (name) => `generators/import/${name}.ts`,
    );
    expect(reading.map(({ path }) => path)).toEqual([...imported, ...homes, ...plain]);
  });
  test("the language needs no package; of Node only the address of a file", () => {
    expect(outsiders(language, [/^node:url$/])).toEqual([]);
  });
  test("definitions import the language and each other", () => {
    expect(importsBesides(definitions, ["definitions/", "generators/language/index.ts"])).toEqual([]);
    expect(outsiders(definitions, [])).toEqual([]);
  });
  test('definitions import the language as "signalbox" only', () => {
    const inner = definitions.filter(({ text }) => /from "[^"]*generators\//.test(text));
    expect(inner.map(({ path }) => path)).toEqual([]);
  });
  test("an example imports the language as a project of its own would, and itself", () => {
    for (const name of new Set(examples.map(({ path }) => path.split("/")[1]))) {
      const own = `examples/${name}/`;
      const files = examples.filter(({ path }) => path.startsWith(own));
      expect(importsBesides(files, [own, "generators/language/index.ts"])).toEqual([]);
      expect(outsiders(files, [])).toEqual([]);
      expect(files.filter(({ text }) => /from "[^"]*generators\//.test(text))).toEqual([]);
    }
  });
  test("generators import the language and each other, and never what was defined with it", () => {
    expect(importsBesides(generators, ["generators/language/", "generators/"])).toEqual([]);
  });
  test("generators touch no disk, no network, no clock and no environment", () => {
    // node:module loads packages, faster than import does; it reads nothing else.
    expect(outsiders(generators, [/^(?!node:)|^node:module$/])).toEqual([]);
    const impure = /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|localeCompare|toLocale/;
    const files = [...generators, ...language].filter(({ text }) =>
      impure.test(text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "")),
    );
    expect(files.map(({ path }) => path)).toEqual([]);
  });
  test("nothing takes the project from where the engine lies", () => {
    // The engine's own version and dependencies; which lines are the language's; a library that is loaded by require().
    const allowed = ["scripts/engine.ts", "generators/language/place.ts", "generators/panels/sdk.ts"];
    const users = [...language, ...generators, ...scripts].filter(({ text }) =>
      /import\.meta|__dirname/.test(text),
    );
    expect(users.map(({ path }) => path).filter((path) => !allowed.includes(path))).toEqual([]);
  });
  test("nothing imports the tests", () => {
    const users = [...language, ...definitions, ...generators, ...scripts, ...examples];
    expect(users.filter(({ imports }) => imports.some((target) => target.startsWith("test/")))).toEqual([]);
  });
});

describe("what functions PromQL has is known in one place", () => {
  // Evaluation has a record a kind of function, of which tsc says what it lacks.
  const homes = ["generators/promql/", "generators/language/expression/"];
  // The others are words of other things too, such as "time" and "count".
  const plain = /_|^(?:absent|changes|delta|deriv|idelta|increase|irate|rate|resets)$/;
  const names = [...Object.keys(functions), ...Object.keys(aggregations)].filter((name) => plain.test(name));
  const others = [...language, ...generators, ...scripts].filter(
    ({ path }) => !homes.some((home) => path.startsWith(home)),
  );

  const anyName = `(?:${names.join("|")}|over_time)`;

  test("no other file decides by the name of one", () => {
    const named = new RegExp(`(["'])${anyName}\\1`);
    expect(others.filter(({ text }) => named.test(text)).map(({ path }) => path)).toEqual([]);
  });
  test("no other file looks for one with a pattern", () => {
    const pattern = new RegExp(`/(?![*/ ])[^/\\n]*(?<![a-z])${anyName}(?![a-z])[^/\\n]*/[a-z]*[.;,)]`);
    const withoutTexts = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|"[^"\n]*"|`[^`]*`|\/\/.*/g, "");
    expect(pattern.test("return /^\\s*absent(?:_over_time)?\\(/.test(expr)")).toBe(true);
    expect(pattern.test("const own = /^(?:(?:avg|max|absent)_over_time|absent)$/;")).toBe(true);
    expect(others.filter(({ text }) => pattern.test(withoutTexts(text))).map(({ path }) => path)).toEqual([]);
  });
});

describe("the engine knows no customer: their definitions and test/definitions/ can be deleted", () => {
  const engine = [...language, ...generators, ...scripts, ...examples, ...tests].filter(
    ({ path }) => !path.startsWith(ofCustomers),
  );
  test("nothing of it names one", () => {
    // In parts, or this file would name them itself.
    const names = new RegExp(["space" + "time", "afir" + "gen", "gate" + "wayz"].join("|"), "i");
    expect(engine.filter(({ path, text }) => names.test(path) || names.test(text))).toEqual([]);
  });
  test("nothing of it imports their definitions, or what is tested of them", () => {
    const users = engine.filter(({ imports }) =>
      imports.some((target) => target.startsWith("definitions/services/") || target.startsWith(ofCustomers)),
    );
    expect(users.map(({ path }) => path)).toEqual([]);
  });
});

describe("a check is a file, an id and a test of one name", () => {
  /** Beside the folders of the checks: how several of them read definitions. */
  const files = generators.filter(({ path }) => /^generators\/checks\/(?!reading\/)\w+\//.test(path));
  const homes = Object.entries(explainedByFolder).flatMap(([folder, all]) =>
    all.map(({ id }) => [folder, id]),
  );
  test.each(homes)("%s/%s", (folder, id) => {
    expect(existsSync(join(root, `generators/checks/${folder}/${id}.ts`))).toBe(true);
    expect(existsSync(join(root, `test/checks/${id}.test.ts`))).toBe(true);
  });
  test("every check runs, and nothing else stands in their folders", () => {
    expect(files).toHaveLength(homes.length);
  });
});

describe("files stay small and plain", () => {
  test("under 300 lines", () => {
    const long = all.filter(({ text }) => text.split("\n").length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
  test("no function has more than 40 lines; of tests those that hold the single cases may", () => {
    const inner = "const g = () => {\n};";
    expect(longFunctions(`${inner}\nfunction f() {\n  ${inner}\n}`, 3)).toEqual([{ line: 3, lines: 4 }]);
    const long = all
      .filter(({ path }) => !path.endsWith(".test.ts"))
      .flatMap(({ path, text }) =>
        longFunctions(text, 40).map(({ line, lines }) => `${path}:${line} has ${lines}`),
      );
    expect(long).toEqual([]);
  });
  test("no file is named after having no one responsibility", () => {
    expect(all.filter(({ path }) => /\b(?:utils?|helpers?|common|misc)\b/.test(path))).toEqual([]);
  });
  test("no any, no skipped test, nothing left to do", () => {
    const loose = /\bas any\b|: any\b|<any\b|\b(?:describe|test|it)\.(?:skip|only|todo)\b/;
    const unfinished = new RegExp(
      ["@ts-" + "ignore", "TO" + "DO", "FIX" + "ME"].map((word) => `\\b${word}\\b`).join("|"),
    );
    const guilty = all.filter(({ text }) => loose.test(codeOf(text)) || unfinished.test(text));
    expect(guilty.map(({ path }) => path)).toEqual([]);
  });
});
