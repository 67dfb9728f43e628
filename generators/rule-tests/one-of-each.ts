import { groupBy } from "../group-by.ts";
import { seriesText } from "../series/promtool.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import { isMissing, type TestSeries } from "./test-series.ts";

const situations = ["ok", "limit", "firing"] as const;

/** Series that are given at once, though their metric is declared to have only one of them: `onePer`. */
export function givenTwice(signals: readonly TestSeries[]): RuleTestComplaint[] {
  const keyed = signals.flatMap((signal) =>
    (signal.keys ?? []).map((key) => ({ signal, key, of: identity(signal, key) })),
  );
  return [...groupBy(keyed, ({ of }) => of).values()].flatMap(([first, ...others]) => {
    const other = first && others.find(({ signal }) => areTogether(first.signal, signal));
    if (!other) return [];
    const [one, two] = [first.signal, other.signal].map(({ metric, labels }) => seriesText(metric, labels));
    return [
      {
        place: other.signal.given.place,
        message: `is given ${one} and ${two} at once, of which there is only one per ${other.key.join(", ")}`,
        fix: "give one of them, or correct onePer of the metric",
      },
    ];
  });
}

function identity({ metric, labels }: TestSeries, key: readonly string[]): string {
  return JSON.stringify([metric, labels["job"], key, key.map((label) => labels[label])]);
}

function areTogether(one: TestSeries, other: TestSeries): boolean {
  const isSame = seriesText(one.metric, one.labels) === seriesText(other.metric, other.labels);
  return !isSame && situations.some((situation) => ![one, other].some((each) => isMissing(each, situation)));
}
