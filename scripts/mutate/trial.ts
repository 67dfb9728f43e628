import type { Mutant } from "../../generators/mutation/mutants.ts";
import type { Rule } from "../../generators/mutation/operator.ts";
import type { Files } from "../../generators/output.ts";
import { nameInPrometheus } from "../../generators/model/rule-model.ts";
import { ruleEntry } from "../../generators/rule-tests/rule-entry.ts";
import type { RuleEntry, RuleFile, RuleTest } from "../../generators/rule-tests/rule-test.ts";
import type { ExpressionTest, TestFile, TestGroup } from "../../generators/rule-tests/test-file.ts";
import type { RuleTestTexts } from "../../generators/rule-tests/with-added-label.ts";
import { printYaml } from "../../generators/text/yaml.ts";

/** The rule of a test, with a mistake in it or as it is, under a name that no other has in its trial. */
export interface Candidate {
  /** Undefined: the rule as it is. */
  readonly mutant: Mutant | undefined;
  /** The rule's own name where it is tried alone. */
  readonly name: string;
}

/** One group of a rule's tests, which several candidates go through on the same series: to play them costs the most. */
export interface Trial {
  readonly ruleTest: RuleTest;
  readonly group: TestGroup;
  readonly candidates: readonly Candidate[];
  /** Adds a label to what is recorded, as a ruler does; left out: nobody does. */
  readonly relabel?: Relabel | undefined;
}

/** @param names of the candidates */
export type Relabel = (texts: RuleTestTexts, names: readonly string[]) => RuleTestTexts;

/** Names a file of each trial. */
export const testFileName = "trial.test.yml";
const ruleFileName = "rules.yml";

/** The two files that promtool reads, by their names in a folder of their own. */
export function filesOfTrial({ ruleTest, group, candidates, relabel }: Trial): Files {
  const { rule, testFile } = ruleTest;
  const tests: TestFile = {
    ...testFile,
    rule_files: [ruleFileName],
    tests: [groupFor(rule, group, candidates)],
  };
  const loaded = rulesFor(ruleTest, candidates);
  if (relabel) {
    const { file: source } = rule.place;
    const texts = { test: printYaml(tests, { source }), rules: printYaml(loaded, { source }) };
    const labelled = relabel(
      texts,
      candidates.map(({ name }) => name),
    );
    return { [testFileName]: labelled.test, [ruleFileName]: labelled.rules };
  }
  return {
    [testFileName]: isJson(group) ? jsonText(tests) : printYaml(tests, { source: rule.place.file }),
    [ruleFileName]: jsonText(loaded),
  };
}

/** The rules that the test loads, with the candidates in the place of the tested one. */
function rulesFor({ ruleFile, rule }: RuleTest, candidates: readonly Candidate[]): RuleFile {
  const entries = candidates.map(({ mutant, name }) => renamedEntry(mutant?.mutated ?? rule, name));
  const own = nameInPrometheus(rule);
  const isTested = (other: RuleEntry) => other["alert"] === own || other["record"] === own;
  const groups = ruleFile.groups.map((group) => ({
    ...group,
    rules: group.rules.flatMap((other) => (isTested(other) ? entries : [other])),
  }));
  return { groups };
}

function renamedEntry(rule: Rule, name: string): RuleEntry {
  return ruleEntry(rule.kind === "alert" ? { ...rule, alertname: name } : { ...rule, name });
}

/** The group, asking for each candidate what it asks for the rule. */
function groupFor(rule: Rule, group: TestGroup, candidates: readonly Candidate[]): TestGroup {
  const { alert_rule_test: alerts, promql_expr_test: expressions } = group;
  return {
    ...group,
    ...(alerts && {
      alert_rule_test: candidates.flatMap(({ name }) =>
        alerts.map((one) => (one.alertname === nameInPrometheus(rule) ? { ...one, alertname: name } : one)),
      ),
    }),
    ...(expressions && {
      promql_expr_test: candidates.flatMap(({ name }) =>
        expressions.map((one) => expressionFor(rule, one, name)),
      ),
    }),
  };
}

function expressionFor(rule: Rule, test: ExpressionTest, name: string): ExpressionTest {
  const renamed = (text: string) => textFor(rule, text, name);
  const samples = test.exp_samples.map((sample) => ({ ...sample, labels: renamed(sample.labels) }));
  return { ...test, expr: renamed(test.expr), exp_samples: samples };
}

/** An alert is asked for by its label, a recording by its name. */
function textFor(rule: Rule, text: string, name: string): string {
  const own = nameInPrometheus(rule);
  if (name === own) return text;
  return rule.kind === "alert"
    ? text.replaceAll(`alertname="${own}"`, () => `alertname="${name}"`)
    : text.replaceAll(/[\w:]+/g, (word) => (word === own ? name : word));
}

/** JSON has no infinity, and none of what is not a number. */
function isJson({ promql_expr_test: tests = [] }: TestGroup): boolean {
  return tests.every(({ exp_samples }) => exp_samples.every(({ value }) => Number.isFinite(value)));
}

/** What JSON leaves as it is, and YAML takes for the end of a line, or not at all. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** JSON is YAML too, and written in a tenth of the time. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
