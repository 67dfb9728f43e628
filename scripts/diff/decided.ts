import { withPlayed, withRouted, withTried, type Comparison } from "../../generators/review/comparison.ts";
import { contradictionsIn } from "../../generators/review/contradictions.ts";
import { disagreements } from "../../generators/review/routed/disagreements.ts";
import { setsAsked } from "../../generators/review/routed/sets-asked.ts";
import { playedOf, type Played } from "./played.ts";
import { routedOf, type Routes } from "./routed.ts";
import { triedPairs, type TriedPairs } from "./tried.ts";

/** The deciders that ask real programs. */
export interface Deciders {
  readonly play: (comparison: Comparison) => Promise<Played>;
  readonly route: (comparison: Comparison) => Promise<Routes>;
  /** Left out: nothing is evaluated on random series. */
  readonly evaluate?: (comparison: Comparison) => Promise<TriedPairs>;
}

export const realPrograms: Deciders = { play: playedOf, route: routedOf, evaluate: triedPairs };

const nothingTried = async (): Promise<TriedPairs> => ({ tried: new Map(), complaint: undefined });

/** A comparison with what real programs said of it; or what is claimed of it and they have seen to be wrong. */
export type Decided =
  | { readonly comparison: Comparison; readonly complaints: readonly string[] }
  | { readonly contradictions: readonly string[] };

/**
 * Has the real programs decide what they can: promtool plays both versions, or evaluates plain ones, and Alertmanagers say who is
 * notified.
 */
export async function decided(
  undecided: Comparison,
  { play, route, evaluate = nothingTried }: Deciders,
): Promise<Decided> {
  const [{ played, complaint }, routes, { tried, complaint: untried }] = await Promise.all([
    play(undecided),
    route(undecided),
    evaluate(undecided),
  ]);
  const comparison = withTried(withPlayed(undecided, played), tried);
  const { routed } = routes;
  const contradictions = [...contradictionsIn(comparison), ...(routed ? disagreements(routed) : [])];
  if (contradictions.length > 0) return { contradictions };
  return {
    comparison: withRouted(comparison, tablesOf(comparison, routes)),
    complaints: [complaint, untried, routes.complaint].flatMap((one) => one ?? []),
  };
}

function tablesOf({ alerts }: Comparison, { routed, complaint }: Routes): Comparison["routed"] {
  if (routed) return { kind: "asked", sets: setsAsked(routed, alerts.pairs) };
  return { kind: complaint === undefined ? "not asked" : "no answer" };
}
