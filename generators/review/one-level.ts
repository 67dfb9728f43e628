import type { Given, PlainLevels } from "../language/given.ts";
import type { Scenario } from "../language/scenario.ts";
import type { AlertModel } from "../model/rule-model.ts";

/** The one thing that changes in a scenario, where it is a number. */
export interface OneLevel {
  /** Its place among what is given. */
  readonly index: number;
  readonly ok: number;
  readonly limit: number;
  readonly firing: number;
  readonly unit: string;
  /** What Prometheus works out of it has noise in its last digits. */
  readonly isComputed: boolean;
}

/** Undefined with a reason, where no single value decides whether the alert fires. */
export function oneLevelOf(
  { given }: Scenario,
  alerts: readonly Pick<AlertModel, "analysis">[],
): OneLevel | { readonly why: string } {
  const changing = given.flatMap((one, index) => (changes(one) ? [{ one, index }] : []));
  const [first, ...others] = changing;
  if (first === undefined) return { why: "nothing that is given changes" };
  if (others.length > 0) return { why: "several things change at once" };
  const { one, index } = first;
  if (one.kind === "restarts" || one.kind === "follows") return { why: "what changes is no level" };
  const { ok, limit, firing } = one.levels;
  if (ok === "missing" || limit === "missing" || firing === "missing")
    return { why: "it fires by what is there or is missing" };
  const unit = unitOf(one);
  if (unit === "bool") return { why: "it is 1 or 0" };
  const isNamed = alerts.some(({ analysis }) => analysis.comparisons.some(({ op }) => op === "=="));
  if (isNamed) return { why: "it fires at one value exactly" };
  return { index, ok, limit, firing, unit, isComputed: one.kind !== "holds" };
}

function changes(given: Given): boolean {
  if (given.kind === "restarts") return true;
  if (given.kind === "follows")
    return JSON.stringify(given.samples.ok) !== JSON.stringify(given.samples.firing);
  const isFrom = given.kind === "grows" && given.from !== undefined && given.from.ok !== given.from.firing;
  return isFrom || given.levels.ok !== given.levels.firing;
}

function unitOf(given: Exclude<Given, { kind: "restarts" | "follows" }>): string {
  switch (given.kind) {
    case "share":
      return "ratio";
    case "time left":
      return "seconds";
    case "runs":
      return `${given.unit}/s`;
    case "holds":
    case "grows":
    case "quantile":
      return given.unit;
  }
}

/** More than the noise of last digits, and less than anybody would see. */
const hair = 1e-7;

/** The scenario with this value where the alert fires; of what is computed a hair towards ok, so that a limit is one. */
export function withLevel(scenario: Scenario, level: OneLevel, value: number): Scenario {
  const away = Math.sign(level.firing - level.ok);
  const played = level.isComputed ? value - away * Math.abs(value) * hair : value;
  const given = scenario.given.map((one, index) => (index === level.index ? firingAt(one, played) : one));
  return { ...scenario, given };
}

function firingAt(given: Given, firing: number): Given {
  if (given.kind === "restarts" || given.kind === "follows") return given;
  const levels: PlainLevels = { ...given.levels, firing };
  return { ...given, levels };
}
