import { type Comparison, pairsToTry } from "../../generators/review/comparison.ts";
import { isRounded } from "../../generators/review/order/rules/scales.ts";
import { claimOf } from "../../generators/review/effect.ts";
import { trialOf } from "../../generators/review/trials/trial.ts";
import { triedOf, type Tried } from "../../generators/review/trials/tried.ts";
import type { ReviewedAlert } from "../../generators/review/version.ts";
import { canonical } from "../../generators/promql/canonical.ts";
import { lookForTool } from "../tools/find-tool.ts";
import { withSmallerCases } from "./smaller-cases.ts";
import { runTrials } from "./run-trials.ts";

/** What was seen on random series, by the alert of the head; and why nothing was, where something could have been. */
export interface TriedPairs {
  readonly tried: ReadonlyMap<ReviewedAlert, Tried>;
  readonly complaint: string | undefined;
}

/** So many random worlds for each pair: with more, hardly any more cases are found. */
const usualWorlds = 40;
/** Each takes a hundredth of a second: of a change of everything not more is tried than a person waits for. */
const mostWorlds = 1500;
const fewestWorlds = 4;

/** Evaluates both versions of the expressions of plain files, which have no scenarios to be played. */
export async function triedPairs(comparison: Comparison): Promise<TriedPairs> {
  const pairs = pairsToTry(comparison);
  const share = Math.floor(mostWorlds / Math.max(1, pairs.length));
  const worlds = Math.max(fewestWorlds, Math.min(usualWorlds, share));
  const begun = pairs.slice(0, mostWorlds / fewestWorlds).flatMap((pair) => {
    if (!pair.base.node || !pair.head.node) return [];
    const nodes = { base: canonical(pair.base.node), head: canonical(pair.head.node) };
    const trial = trialOf(nodes, { likely: worlds, unlikely: claimOf(pair) ? Math.ceil(worlds / 3) : 0 });
    return trial ? [{ pair, trial }] : [];
  });
  if (begun.length === 0) return { tried: new Map(), complaint: undefined };
  const search = await lookForTool("promtool");
  if (!search.found) return { tried: new Map(), complaint: `nothing was tried: ${search.missing.message}` };
  const answers = await runTrials(
    begun.map(({ trial }) => trial),
    search.tool,
  );
  const seen = begun.map(({ pair: { ordered }, trial }, index) => {
    const tried = triedOf(answers[index] ?? [], ordered !== undefined && isRounded(ordered));
    return { trial, tried };
  });
  const shown = await withSmallerCases(seen, search.tool);
  const tried = begun.flatMap(({ pair: { head } }, index) => {
    const one = shown[index];
    return one && one.worlds > 0 ? [[head, one] as const] : [];
  });
  return { tried: new Map(tried), complaint: undefined };
}
