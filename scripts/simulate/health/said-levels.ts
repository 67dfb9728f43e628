import type { Node } from "../../../generators/promql/tree.ts";
import type { Missing, PlainLevels, Play } from "../../../generators/language/scenario.ts";
import { selectSeries } from "../select-series.ts";
import type { SimulatedSeries } from "../series.ts";

/** A play that says something of a series: in all of these, what a series may be is known to somebody. */
export function playsOf(series: SimulatedSeries, plays: readonly Play[]): Play[] {
  return plays.filter((play) =>
    nodesOf(play).some((node) => selectSeries(node, [series])?.series.length === 1),
  );
}

function nodesOf(play: Play): readonly Node[] {
  switch (play.kind) {
    case "share":
      return [play.part, play.rest];
    case "quantile":
      return [play.buckets];
    default:
      return [play.series];
  }
}

/** What plays say is healthy, and what they say is nearly not: numbers in the unit of the series, each once. */
export function saidLevels(plays: readonly Play[], kind: Play["kind"]): number[] {
  const levels = plays.flatMap((play) => (play.kind === kind && "levels" in play ? [play.levels] : []));
  return [...new Set([...levels.map(({ ok }) => ok), ...levels.map(limitOf)].filter(isNumber))];
}

/** Whether a play says that the series is not there when all is well. */
export function mayBeMissing(plays: readonly Play[]): boolean {
  return plays.some((play) => "levels" in play && play.levels.ok === "missing");
}

function limitOf({ limit }: PlainLevels): number | Missing {
  return limit;
}

function isNumber(level: number | Missing): level is number {
  return level !== "missing";
}
