import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles, type SourceFile } from "./source-files.ts";

const generators = sourceFiles("generators");
const scripts = sourceFiles("scripts");

/**
 * The one circle that may be, of types only: a vector has methods that return a condition, a condition has methods that return a
 * vector, and so on. Only one file with all of their interfaces could break it, and with their docstrings
 * that has about 400 lines.
 */
const circleOfTypes = "generators/language/expression/";

/** The parts of the engine from the bottom up: each imports only its own and what stands above it here. */
const order: readonly (readonly string[])[] = [
  // The language writes PromQL, and PromQL has the language's units and places; tables are made of anything.
  ["language", "text", "promql", "group-by.ts", "remembered.ts"],
  // How secrets look: whatever names a problem has to know.
  ["secrets"],
  ["definition.ts", "problem.ts", "seeded-random.ts", "shape-values.ts", "schema.ts"],
  // What a kind of notifier, job or panel is, and how series behave; the model is made of them.
  ["notifiers", "jobs", "panels", "series"],
  ["model"],
  // What is worked out of a model is kept by what it is made from.
  ["keep"],
  ["output.ts", "check.ts"],
  ["rule-tests"],
  // How long it takes until somebody is notified is played by a rule test.
  ["routing"],
  ["pictures", "mutation"],
  ["checks"],
  ["targets"],
  // What a person can ask of a project.
  ["asked"],
  // Two models, or what was written for programs, are compared.
  ["review"],
  // What others wrote is read, and said in words of the language.
  ["import"],
  ["compile.ts"],
];

/** The folder of generators/ that a file is in, or its name where it is in none. */
function partOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function heightOf(path: string): number {
  return order.findIndex((parts) => parts.includes(partOf(path)));
}

/** Files that import each other in a circle, for a value or only for a type: each circle as one sorted list. */
function circles(files: readonly SourceFile[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const reachable = new Map(files.map(({ path }) => [path, reachedFrom(path, imports)]));
  const reaches = (from: string, to: string) => reachable.get(from)?.has(to) ?? false;
  const circular = files.map(({ path }) => path).filter((path) => reaches(path, path));
  const found = new Map<string, string[]>();
  for (const path of circular) {
    const circle = circular.filter((other) => reaches(path, other) && reaches(other, path));
    found.set(circle[0] ?? path, circle);
  }
  return [...found.values()];
}

function reachedFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const todo = [...(imports.get(start) ?? [])];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    todo.push(...(imports.get(path) ?? []));
  }
  return reached;
}

describe("no file imports itself, directly or through others", () => {
  test("the search finds circles", () => {
    const file = (path: string, ...imports: readonly string[]): SourceFile => ({ path, text: "", imports });
    const files = [file("a", "b"), file("b", "c"), file("c", "b", "d"), file("d"), file("e", "e")];
    expect(circles(files)).toEqual([["b", "c"], ["e"]]);
  });
  test("there are none, but for the types of expressions", () => {
    const found = circles([...generators, ...scripts]);
    const isOfTypes = (path: string) => path.startsWith(circleOfTypes);
    expect(found.filter((circle) => !circle.every(isOfTypes))).toEqual([]);
    expect(found.length).toBe(1);
  });
  test("and these import only types in a circle", () => {
    const values = generators.map((file) => {
      const text = file.text.replaceAll(/^import type [^;]*;/gm, "");
      return { ...file, text, imports: importsOf(file.path, text) };
    });
    expect(circles(values)).toEqual([]);
  });
});

describe("no import of generators/ runs back up", () => {
  test("the order names every part", () => {
    const missing = generators.filter(({ path }) => heightOf(path) === -1).map(({ path }) => partOf(path));
    expect([...new Set(missing)]).toEqual([]);
  });
  test("each part imports what is below it", () => {
    const isBelow = (target: string, path: string) =>
      partOf(target) === partOf(path) ||
      heightOf(target) < heightOf(path) ||
      (heightOf(target) === 0 && heightOf(path) === 0);
    const upward = generators.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith("generators/") && !isBelow(target, path))
        .map((target) => `${path} imports ${target}`),
    );
    expect(upward).toEqual([]);
  });
});
