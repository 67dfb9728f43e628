import type { AlertModel } from "../model/rule-model.ts";
import { formatQuantity } from "../text/quantity.ts";
import { oneLevelOf } from "./one-level.ts";
import type { Pair } from "./pairing.ts";

/** Which thresholds an alert might have, and its rule test would pass all the same. */
interface PassingLimits {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

/** That a rule test lets other limits pass than it did; undefined where its scenario is not about the threshold. */
export function passingText({ base, head }: Pair<AlertModel | undefined>): string | undefined {
  const [before, after] = [base, head].map((alert) => alert && passingLimits(alert));
  if (!before || !after || before.unit !== after.unit) return undefined;
  if (before.from === after.from && before.to === after.to) return undefined;
  const { unit } = after;
  const text = ({ from, to }: PassingLimits) =>
    `${formatQuantity(from, unit)} to ${formatQuantity(to, unit)}`;
  const how =
    width(after) > width(before) * hair ? "its rule test is weaker: it passes" : "its rule test passes";
  return `${how} with any limit from ${text(after)}, was ${text(before)}`;
}

function passingLimits(alert: AlertModel): PassingLimits | undefined {
  const [scenario, ...others] = alert.scenarios;
  const { threshold } = alert;
  if (!scenario || others.length > 0 || !threshold) return undefined;
  const level = oneLevelOf(scenario, [alert]);
  if ("why" in level || level.unit !== threshold.unit) return undefined;
  const [from, to] = [Math.min(level.limit, level.firing), Math.max(level.limit, level.firing)];
  return from <= threshold.value && threshold.value <= to ? { from, to, unit: level.unit } : undefined;
}

/** Beside what it is about: of 2% one percent is much, of 90% it is little. */
function width({ from, to }: PassingLimits): number {
  return (to - from) / Math.max(Math.abs(from), Math.abs(to), Number.MIN_VALUE);
}

/** Less is noise of last digits. */
const hair = 1 + 1e-9;
