import type { Place } from "../../../generators/language/place.ts";
import type { Model } from "../../../generators/model/model.ts";
import { fileNameOf } from "../../../generators/rule-tests/rule-test.ts";

const testPath = /^prometheus\/tests\/([^/]+)\.test\.yml$/;
const slicePath = /^prometheus\/tests\/rules\/([^/]+)\.yml$/;

/** Whether a path is a test file, or a file of the rules that one tests. */
export function isOfRuleTests(path: string): boolean {
  return testPath.test(path) || slicePath.test(path);
}

/** Whether a path is a test file. */
export function isRuleTest(path: string): boolean {
  return testPath.test(path);
}

/** The two files of a rule. */
export function filesOfRule(fileName: string): { readonly test: string; readonly slice: string } {
  return {
    test: `prometheus/tests/${fileName}.test.yml`,
    slice: `prometheus/tests/rules/${fileName}.yml`,
  };
}

/** Where the rule is defined that a test file is about. */
export function placeOfTest(path: string, { alerts, recordings }: Model): Place | undefined {
  const name = testPath.exec(path)?.[1] ?? slicePath.exec(path)?.[1];
  return [...alerts, ...recordings].find((rule) => fileNameOf(rule) === name)?.place;
}
