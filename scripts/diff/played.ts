import { pairsToPlay, type Comparison } from "../../generators/review/comparison.ts";
import type { PlayedPair } from "../../generators/review/played.ts";
import { lookForTool } from "../tools/find-tool.ts";
import { crossPlay } from "./cross-play.ts";

/** What was played of the pairs of a comparison, by the name of the alert in the head; and why nothing was, where something could have been. */
export interface Played {
  readonly played: ReadonlyMap<string, PlayedPair>;
  readonly complaint: string | undefined;
}

/** Plays both versions of the alerts that may fire otherwise: those of projects, whose scenarios are known. */
export async function playedOf(comparison: Comparison): Promise<Played> {
  const [base, head] = [comparison.base.model, comparison.head.model];
  const pairs = pairsToPlay(comparison).flatMap((pair) => {
    const [before, after] = [pair.base.model, pair.head.model];
    if (!base || !head || !before || !after) return [];
    return { base: { alert: before, model: base }, head: { alert: after, model: head } };
  });
  if (pairs.length === 0) return { played: new Map(), complaint: undefined };
  const search = await lookForTool("promtool");
  if (!search.found) return { played: new Map(), complaint: `nothing was played: ${search.missing.message}` };
  const played = await crossPlay(pairs, search.tool);
  return { played: new Map(played.map((one) => [one.alert.head, one])), complaint: undefined };
}
