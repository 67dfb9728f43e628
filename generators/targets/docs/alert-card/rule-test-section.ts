import type { RuleTest } from "../../../rule-tests/rule-test.ts";
import { bulletList, escapeMarkdown, link } from "../../../text/markdown.ts";

/** The tests of an alert, in the words of their names. */
export function ruleTestSection({ fileName, shows, traces }: RuleTest): string {
  if (shows.length === 0) return "No rule test shows that it can fire.";
  const file = link(`${fileName}.test.yml`, `../../prometheus/tests/${fileName}.test.yml`);
  const lines = grouped(shows, traces.length);
  return `In ${file}, promtool tests the rule as it is deployed:\n\n${bulletList(lines.map(escapeMarkdown))}`;
}

/** What several scenarios show is said once: `fires, then resolves: in each of 4 scenarios`. */
function grouped(names: readonly string[], scenarios: number): string[] {
  const numbers = new Map<string, string[]>();
  for (const name of names) {
    const [, number, shows = name] = /^scenario (\d+): (.*)$/su.exec(name) ?? [];
    const own = numbers.get(shows) ?? [];
    numbers.set(shows, number === undefined ? own : [...own, number]);
  }
  return [...numbers].map(([shows, own]) => {
    if (own.length === 0) return shows;
    if (own.length === scenarios) return `${shows}: in each of ${scenarios} scenarios`;
    return `${shows}: in ${own.length === 1 ? "scenario" : "scenarios"} ${own.join(", ")}`;
  });
}
