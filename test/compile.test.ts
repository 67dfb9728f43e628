import { alert, scrapeJob, service } from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../generators/compile.ts";
import { sortProblems } from "../generators/problem.ts";
import { definitionsWith } from "./checks/small-definitions.ts";
import { orderRate, plainWords } from "./checks/small-shop.ts";
import { definitions, exampleCompiled } from "./example-model.ts";

const { platform, services } = definitions;
const reversed = { platform, services: [...services].reverse() };

/** Something wrong at two places of three kinds. */
function withProblems() {
  const Second = alert({ ...plainWords, expr: orderRate.gt(5), summary: "", description: "{{ $value }}" });
  const First = alert({ ...plainWords, expr: orderRate.gt(5), summary: "" });
  const till = scrapeJob("till", { description: "", targets: ["tills:81"] });
  return definitionsWith({ alerts: { First, Second }, jobs: { till } });
}

describe("it is pure", () => {
  test("the same definitions give the same, byte for byte and in the same order, whatever was compiled before", () => {
    const once = exampleCompiled();
    compile(withProblems());
    compile(definitionsWith());
    const again = compile(definitions);
    expect(again.problems).toEqual(once.problems);
    expect(JSON.stringify(again.files)).toBe(JSON.stringify(once.files));
  });

  test("the definitions are left as they were", () => {
    const frozen = deepFreeze(definitionsWith());
    expect(compile(frozen).problems).toEqual([]);
  });
});

describe("the order of the services means nothing", () => {
  test("for the files of the ticket shop", () => {
    const { files } = exampleCompiled();
    expect(Object.keys(files)).toContain("prometheus/alerts.yml");
    const other = compile(reversed).files;
    expect(other).toEqual(files);
    expect(Object.keys(other)).toEqual(Object.keys(files));
  });

  test("for problems", () => {
    const parts = { title: "More", description: " ", owner: "Us", jobs: {}, metrics: {} };
    const [one, two] = [service("one", parts), service("two", parts)];
    const problemsOf = (...more: readonly (typeof one)[]) =>
      compile(definitionsWith({ services: more })).problems;
    expect(problemsOf(one, two)).toHaveLength(2);
    expect(problemsOf(two, one)).toEqual(problemsOf(one, two));
  });
});

describe("with a problem nothing is written", () => {
  test("malformed definitions give no files, and no check is asked", () => {
    const malformed = alert({ ...plainWords, expr: orderRate.gt(5), keepFiringFor: "0m", summary: "" });
    const { problems, files } = compile(definitionsWith({ alerts: { malformed } }));
    expect(problems.map(({ check }) => check)).toEqual(["definitions-are-well-formed"]);
    expect(files).toEqual({});
  });

  test("problems of checks give no files, all are reported, by file and line", () => {
    const { problems, files } = compile(withProblems());
    expect(files).toEqual({});
    expect(new Set(problems.map(({ check }) => check))).toEqual(
      new Set(["texts-are-written", "values-are-humanised", "targets-are-in-the-stack"]),
    );
    const lines = problems.map(({ place }) => place.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(new Set(lines).size).toBe(3);
  });

  test("nothing is wrong with the ticket shop", () => {
    expect(exampleCompiled().problems).toEqual([]);
  });
});

test("problems go by file, line, check and message, each once", () => {
  const problem = (file: string, line: number, check: string, message: string) => ({
    check,
    place: { file, line },
    message,
    fix: "fix it",
  });
  const sorted = [
    problem("a.ts", 2, "b", "x"),
    problem("a.ts", 10, "a", "x"),
    problem("a.ts", 10, "a", "y"),
    problem("a.ts", 10, "b", "x"),
    problem("b.ts", 1, "a", "x"),
  ];
  expect(sortProblems([...sorted].reverse())).toEqual(sorted);
  expect(sortProblems([...sorted, ...sorted])).toEqual(sorted);
});

/** The value, of which nothing can be changed any more. */
function deepFreeze<T>(value: T, seen = new Set<object>()): T {
  if (typeof value !== "object" || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const part of Object.values(value)) deepFreeze(part, seen);
  return Object.freeze(value);
}
