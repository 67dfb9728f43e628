import { diffName, onlyRulesName } from "./states.ts";

/** What a command is to take. */
export interface Goal {
  /** What it is, as the trial is called. */
  readonly what: string;
  /** At most this share of what the first edition takes. */
  readonly ofFirst?: number;
  /** At most so many times what npm takes to run nothing. */
  readonly ofEmpty?: number;
  /** At most so many times what a build takes after one threshold was changed, in the same run. */
  readonly ofBuild?: number;
  /** What is better still, in words. */
  readonly goFor?: string;
}

/** For whoever waits for a command of this repository. */
export const goals: readonly Goal[] = [
  { what: "build, from nothing", ofFirst: 1 / 2, goFor: "1/3" },
  { what: "build, one threshold changed", ofFirst: 1 / 8, goFor: "2.5 × empty, on Node ≥ 22" },
  { what: "build, nothing changed", ofFirst: 1 / 20, ofEmpty: 2, goFor: "1.6 × empty" },
  // Measured once with kubernetes-mixin beside it, jrsonnet took for a rule 1/17 of what a first edition's build took for one.
  // Wanted is 2.5 times that from nothing, and no more than that after a change.
  { what: `${onlyRulesName}, from nothing`, ofFirst: 1 / 7, goFor: "1/17" },
  { what: `${onlyRulesName}, one threshold changed`, ofFirst: 1 / 17 },
  { what: "validate, from nothing", ofFirst: 1 / 2 },
  { what: "validate, one threshold changed", ofFirst: 1 / 10 },
  { what: "validate, nothing changed", ofFirst: 1 / 40 },
  { what: "mutate, from nothing", ofFirst: 1 / 3 },
  { what: "mutate, one threshold changed", ofFirst: 1 / 40 },
  // Of a change two projects are built, read into memory alone, and some of both is played.
  { what: diffName, ofBuild: 5 },
  { what: "npm test", ofFirst: 1 / 2 },
];

/** Of a first edition's build, in wall time: from a saved threshold to the rules on the disk. */
export const watchGoal: Goal = {
  what: "watch: saved threshold → alerts.yml",
  ofFirst: 1 / 25,
  goFor: "50 ms",
};

/** At 10,000 rules, of what promtool takes to check them; and the memory. */
export const sizeGoals = { onlyRules: 25, everything: 120, peakMiB: 600, exponent: 1.1 } as const;

/** How often the goal is exceeded: at most 1 where it is reached. Undefined where what it is measured by was not measured. */
export function excess(
  goal: Goal,
  value: number,
  first: number | undefined,
  { empty, build }: { readonly empty: number; readonly build?: number | undefined },
): number | undefined {
  const shares = [
    ...(goal.ofFirst === undefined || first === undefined ? [] : [value / (first * goal.ofFirst)]),
    ...(goal.ofEmpty === undefined ? [] : [value / (empty * goal.ofEmpty)]),
    ...(goal.ofBuild === undefined || build === undefined ? [] : [value / (build * goal.ofBuild)]),
  ];
  return shares.length === 0 ? undefined : Math.max(...shares);
}

/** A goal in words. */
export function wanted({ ofFirst, ofEmpty, ofBuild }: Goal): string {
  return [
    ...(ofFirst === undefined ? [] : [`≤ 1/${Math.round(1 / ofFirst)}`]),
    ...(ofEmpty === undefined ? [] : [`≤ ${ofEmpty} × empty`]),
    ...(ofBuild === undefined ? [] : [`≤ ${ofBuild} × build`]),
  ].join(", ");
}

/** Whether a goal is reached, in words. */
export function verdict(exceeded: number | undefined): string {
  if (exceeded === undefined) return "not compared";
  return exceeded <= 1 ? "reached" : `missed by ${exceeded.toFixed(1)} ×`;
}
