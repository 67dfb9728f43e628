import { type Burn, type ResolvedSlo, msOf, withoutNoise } from "./resolved-slo.ts";
import { daysText, percentText } from "./slo-words.ts";

/**
 * How soon a full budget is gone: at the slowest pace that fires, which says at the latest when, and if everything is bad, which is
 * as soon as it can be.
 */
export function budgetLasts({ indicator, budget }: ResolvedSlo, { rates, window }: Burn): string {
  const slowest = Math.min(...rates.map(({ factor }) => factor));
  const full = `At this pace a full budget of ${daysText(window)}`;
  const worst = indicator.words.startsWith("of ") ? `all ${indicator.words}` : "everything is bad";
  const soonest = `in ${durationText(msOf(window) * budget, "down")} if ${worst}`;
  // A pace that no share reaches never fires; a check reports it, and an objective without a budget.
  const canFire = budget > 0 && slowest * budget < 1;
  if (slowest < 1) {
    const used = `loses at least ${percentText(Math.floor(withoutNoise(slowest * 100)) / 100)}`;
    return canFire ? `${full} ${used}; it is gone ${soonest}.` : `${full} ${used}.`;
  }
  const latest = `is gone within ${durationText(msOf(window) / slowest, "up")}`;
  return canFire ? `${full} ${latest}, and ${soonest}.` : `${full} ${latest}.`;
}

const second = 1000;
const units = [
  ["days", 86_400 * second],
  ["hours", 3600 * second],
  ["minutes", 60 * second],
] as const;

/** Two digits, rounded to the safe side, in the largest unit of which there are two: nobody plans closer. */
function durationText(ms: number, side: "up" | "down"): string {
  const [unit, size] = units.find(([, one]) => ms >= 2 * one) ?? (["seconds", second] as const);
  const amount = ms / size;
  const step = amount < 10 ? 10 : 1;
  const round = side === "up" ? Math.ceil : Math.floor;
  return `${round(withoutNoise(amount * step)) / step} ${unit}`;
}
