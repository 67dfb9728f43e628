import type { RuleTestComplaint } from "./rule-test.ts";
import { selects } from "./reads.ts";
import type { Setup } from "./setup.ts";
import { seriesText } from "./notation.ts";

/** The plays of series that no selector of the rule takes: they prove nothing. */
export function unreadSeries({ bad, reads }: Pick<Setup, "bad" | "reads">): RuleTestComplaint[] {
  const plays = new Map(bad.map((signal) => [signal.play, signal]));
  const isRead = new Set(
    bad.filter((signal) => reads.some((read) => selects(read, signal))).map(({ play }) => play),
  );
  return [...plays].flatMap(([play, { metric, labels }]) => {
    if (isRead.has(play)) return [];
    const message = `plays ${seriesText(metric, labels)}, which its expression does not read`;
    return [{ message, place: play.place, fix: "play what it reads, or take the play out" }];
  });
}
