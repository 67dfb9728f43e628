import type { Model } from "../../../model/model.ts";
import { clockReads } from "../../../promql/clock.ts";
import type { RuleTest } from "../../../rule-tests/rule-test.ts";
import { bulletList, escapeMarkdown, link } from "../../../text/markdown.ts";

/** The tests of an alert, in the words of their names. */
export function ruleTestSection(
  { rule, fileName, shows, traces }: RuleTest,
  { catalogue }: Pick<Model, "catalogue">,
): string {
  if (shows.length === 0) return "No rule test shows that it can fire.";
  const file = link(`${fileName}.test.yml`, `../../prometheus/tests/${fileName}.test.yml`);
  const lines = grouped(shows, traces.length);
  const date = clockReads(rule.node, catalogue).length === 0 ? "" : `\n\n${testedDate}`;
  const tested = `In ${file}, promtool tests the rule as it is deployed:\n\n${bulletList(lines.map(escapeMarkdown))}`;
  return `${[tested, ...unplayed(traces)].join("\n\n")}${date}`;
}

/** What is played of other alerts and not of this one, a list for each reason. */
function unplayed(traces: RuleTest["traces"]): string[] {
  const all = traces.flatMap((trace) => trace.unplayed);
  const reasons = [...new Set(all.map(({ because }) => because))];
  return reasons.map((reason) => {
    const names = all.filter(({ because }) => because === reason).map(({ shows }) => shows);
    const lines = grouped(names, traces.length).map(escapeMarkdown);
    return `Not played, because ${reason}:\n\n${bulletList(lines)}`;
  });
}

/** promtool before its version 3.9 knows no other. */
const testedDate =
  "The rule tells the time, and the test begins on Thursday, 1 January 1970, at 00:00 UTC: what it does at another time no test shows.";

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
