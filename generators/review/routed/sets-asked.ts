import type { Pair } from "../pairing.ts";
import type { ReviewedAlert } from "../version.ts";
import type { Routed } from "./routed.ts";

/** How many sets of labels both Alertmanagers were asked about, by the alert of either version. */
export function setsAsked(
  { question }: Pick<Routed, "question">,
  pairs: readonly Pair<ReviewedAlert>[],
): ReadonlyMap<ReviewedAlert, number> {
  const texts = new Map(
    [question.base, question.head].flatMap(({ alerts }) =>
      alerts.map(({ alert, sets }) => [alert, sets.map((set) => JSON.stringify(set))] as const),
    ),
  );
  const together = pairs.flatMap(({ base, head }) => {
    const sets = [base, head].flatMap((alert) => texts.get(alert) ?? []);
    return sets.length === 0 ? [] : [[head, new Set(sets).size] as const];
  });
  return new Map([...[...texts].map(([alert, sets]) => [alert, sets.length] as const), ...together]);
}
