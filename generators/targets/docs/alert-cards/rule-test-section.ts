import type { RuleTest } from "../../../rule-tests/rule-test.ts";
import { bulletList, escapeMarkdown, link } from "../../../text/markdown.ts";

/** The tests of an alert, in the words of their names. */
export function ruleTestSection({ fileName, testFile }: RuleTest): string {
  const { tests } = testFile;
  if (tests.length === 0) return "Nothing proves that it can fire.";
  const file = link(`${fileName}.test.yml`, `../../prometheus/tests/${fileName}.test.yml`);
  return `${file} has promtool play its series and look at the rule as it is deployed:\n\n${bulletList(tests.map(({ name }) => escapeMarkdown(name)))}`;
}
