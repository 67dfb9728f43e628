import { expect, test } from "vitest";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleFile } from "../../scripts/import/rule-files.ts";
import { decided } from "../../scripts/import/outcomes.ts";
import { noOutcomes, type WordedRule } from "../../scripts/import/worded-rule.ts";
import { treeOf } from "./in-words.ts";

const [first, second] = [rule("First"), rule("Second")];
const file = "definitions/services/shop/alerts.ts";
const files: readonly RuleFile[] = [
  {
    kind: "new",
    path: file,
    text: "",
    lines: new Map([
      [first, 5],
      [second, 20],
    ]),
  },
];
const rules: readonly WordedRule[] = [first, second].map((one) => ({
  ...{
    rule: one,
    exported: one.name,
    labels: new Set<string>(),
    unit: "none",
    allow: new Map(),
    open: undefined,
  },
  expr: { kind: "text", why: "name", reason: "" },
}));

function rule(name: string): InputRule {
  return {
    ...{ kind: "alert", name, expr: "up", node: treeOf("up"), labels: {}, annotations: {}, group: "shop" },
    ...{ for: undefined, keepFiringFor: undefined, every: undefined, comment: undefined },
    place: { file: "rules.yml", line: 1 },
  };
}

function outcomesOn(check: string, line: number, message = "is wrong", fix = "correct it") {
  const problem: Problem = { check, place: { file, line }, message, fix };
  const { outcomes, others, isNew } = decided([problem], files, rules, noOutcomes);
  const names = (all: ReadonlyMap<InputRule, unknown>) => [...all.keys()].map(({ name }) => name);
  return {
    ...{ isNew, others: others.length, asText: names(outcomes.asText), refused: names(outcomes.refused) },
    ...{ allowed: names(outcomes.allowed), open: names(outcomes.open) },
  };
}

const nothing = { isNew: true, others: 0, asText: [], refused: [], allowed: [], open: [] };

test("what a check finds is suppressed at the rule whose lines it is in", () => {
  expect(outcomesOn("ratios-have-a-value", 19)).toEqual({ ...nothing, allowed: ["First"] });
  expect(outcomesOn("ratios-have-a-value", 20)).toEqual({ ...nothing, allowed: ["Second"] });
});

test("what can give nothing is left out, and so is a secret: nobody allows it", () => {
  expect(outcomesOn("expressions-are-valid", 7)).toEqual({ ...nothing, refused: ["First"] });
  expect(outcomesOn("no-secret-values", 7)).toEqual({ ...nothing, refused: ["First"] });
});

test("what cannot be suppressed is left out, or it would be suppressed and found again without an end", () => {
  expect(outcomesOn("names-are-file-names", 7)).toEqual({ ...nothing, refused: ["First"] });
  expect(outcomesOn("texts-only-insert-words", 7)).toEqual({ ...nothing, refused: ["First"] });
});

test("text that does not compile is left out; the compiler says the same of several lines once", () => {
  const fix = "correct it; also in lines 21 and 22";
  expect(outcomesOn("definitions-compile", 7, "is wrong", fix)).toEqual({
    ...nothing,
    refused: ["First", "Second"],
  });
});

test("a scenario that does not hold is left open; one that is open already is for a person", () => {
  expect(outcomesOn("alerts-have-a-rule-test", 7)).toEqual({ ...nothing, open: ["First"] });
  const message = 'alert "First" leaves its scenario open: at which values does it fire?';
  expect(outcomesOn("alerts-have-a-rule-test", 7, message)).toEqual({ ...nothing, isNew: false });
});

test("what is of no rule stays a problem, and what only a person can answer is none", () => {
  expect(outcomesOn("policy-is-used", 2)).toEqual({ ...nothing, isNew: false, others: 1 });
  expect(outcomesOn("placeholders-are-filled", 7)).toEqual({ ...nothing, isNew: false });
});
