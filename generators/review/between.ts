import type { BothSides, FiresFrom } from "./played.ts";

/** A value at which one version fires and the other does not, with as few digits as there are; undefined where there is none. */
export function valueBetween({ base, head }: BothSides<FiresFrom>): number | undefined {
  if (base.kind === "none" && head.kind === "none") return undefined;
  if (base.kind === "none") return head.kind === "value" ? head.firing : undefined;
  if (head.kind === "none") return base.firing;
  if (base.firing === head.firing) return undefined;
  const isAbove = base.when === "above";
  const [from, to] = [base, head].sort((a, b) => (isAbove ? a.firing - b.firing : b.firing - a.firing));
  if (from === undefined || to === undefined) return undefined;
  return shortestBetween(from.firing, to.silent);
}

/** Both ends included. */
export function shortestBetween(from: number, to: number): number {
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  const middle = (least + most) / 2;
  const short = [1, 2, 3].map((digits) => Number(middle.toPrecision(digits)));
  return short.find((value) => value >= least && value <= most) ?? from;
}
