import { describe, expect, test } from "vitest";
import { checks, explained } from "../../generators/checks/index.ts";
import { compile } from "../../generators/compile.ts";
import { allowingDefinitions } from "../../generators/model/allowing-definitions.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { compilerOutput, fromRoot } from "../language/compile.ts";
import { definitionsOf, fileOf } from "./example-definitions.ts";

describe.each(explained)("$id", ({ id, wrong, right }) => {
  test("finds the mistake in its wrong example, and nothing else is found there", () => {
    const { problems } = compile(definitionsOf(id, wrong));
    const others = problems.filter(({ check }) => check !== id);
    expect(others.map(formatProblem)).toEqual([]);
    expect(problems).not.toEqual([]);
  });
  test("nothing is wrong with its right example", () => {
    expect(compile(definitionsOf(id, right)).problems.map(formatProblem)).toEqual([]);
  });
});

test.each(checks)("$id can be suppressed, if it says so", ({ id, wrong, find, suppressible = true }) => {
  const model = testedModel(resolve(definitionsOf(id, wrong)).model);
  const allowing = new Set(allowingDefinitions(model));
  const found = [...find(model)].map(({ definition }) => allowing.has(definition));
  expect(new Set(found)).toEqual(new Set([suppressible]));
});

test("the compiler takes every example: what it refuses needs no check", () => {
  const here = (text: string) =>
    text
      .replaceAll(/"\.\.\/([\w-]+\.ts)"/g, (_, file) => fromRoot(`test/checks/${file}`))
      .replaceAll('"signalbox"', fromRoot("generators/language/index.ts"));
  const sources = explained.flatMap(({ id, wrong, right }) => [
    [`wrong-${id}`, here(fileOf(wrong))],
    [`right-${id}`, here(fileOf(right))],
  ]);
  expect(compilerOutput(Object.fromEntries(sources))).toBe("");
});
