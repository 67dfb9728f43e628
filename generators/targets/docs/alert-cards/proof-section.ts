import type { Proof } from "../../../rule-tests/proof.ts";
import { bulletList, escapeMarkdown, link } from "../../../text/markdown.ts";

/** The tests of an alert, in the words of their names. */
export function proofSection({ fileName, testFile }: Proof): string {
  const { tests } = testFile;
  if (tests.length === 0) return "Nothing proves that it can fire.";
  const file = link(`${fileName}.test.yml`, `../../prometheus/tests/${fileName}.test.yml`);
  return `${file} has promtool play its series and look at the rule as it is deployed:\n\n${bulletList(tests.map(({ name }) => escapeMarkdown(name)))}`;
}
