import type { OneLevel } from "./one-level.ts";
import { withLevel } from "./one-level.ts";
import { firstToPlay, narrowed, nextToPlay, type Search } from "./narrowing.ts";
import type { Play } from "./play.ts";
import type { FiresFrom, PlayedOutcome, Side } from "./played.ts";
import type { Stage } from "./stage.ts";
import { threeDigits } from "./three-digits.ts";

/** How much worse than where it fires is tried, before it is said that it fires at no value. */
const timesWorse = 10;

/** The values at which one version of an alert is played, and whether it fires. */
export interface LevelSearch {
  readonly stage: Stage;
  readonly version: Side;
  readonly level: OneLevel;
  readonly search: Search;
  /** Where one or the other version is said to begin. */
  readonly likely: readonly number[];
  readonly played: ReadonlyMap<number, boolean>;
  /** Why nothing can be said. */
  readonly broken: string | undefined;
}

/** @param others the levels of the other version's scenarios of the same */
export function searchOf(
  stage: Stage,
  version: Side,
  level: OneLevel,
  others: readonly Pick<OneLevel, "ok" | "limit" | "firing">[],
): LevelSearch {
  const { ok, firing } = level;
  const away = Math.sign(firing - ok);
  const all = [level, ...others].flatMap((one) => [one.limit, one.firing]);
  const furthest = all.reduce((a, b) => ((b - a) * away > 0 ? b : a), firing);
  const worst = worseThan(furthest, level);
  const scale = threeDigits(Math.max(Math.abs(ok), Math.abs(worst)));
  const numbers = { ok: scale.numberOf(ok), worst: scale.numberOf(worst) };
  const thresholds = [stage.versions.base, stage.versions.head].flatMap(
    ({ alert }) => alert.threshold?.value ?? [],
  );
  const likely = [...all, ...thresholds];
  return {
    stage,
    version,
    level,
    search: { scale, ...numbers },
    likely,
    played: new Map(),
    broken: undefined,
  };
}

function worseThan(firing: number, { ok, unit }: OneLevel): number {
  const away = Math.sign(firing - ok);
  if (away < 0) return firing >= 0 && ok > 0 ? firing / timesWorse : firing * timesWorse;
  const worse = firing < 0 ? firing / timesWorse : firing * timesWorse;
  return unit === "ratio" ? Math.max(firing, Math.min(1, worse)) : worse;
}

/** The values to play next; none where it is known. */
export function nextValues({ search, likely, played, broken }: LevelSearch): readonly number[] {
  if (broken !== undefined) return [];
  return played.size === 0 ? firstToPlay(search, likely) : nextToPlay(search, played);
}

export function playAt(
  { stage, version, level, search }: LevelSearch,
  number: number,
  isEnded = false,
): Play {
  const value = search.scale.valueOf(number);
  return { stage, version, scenario: withLevel(stage.scenario, level, value), isEnded };
}

export function afterPlay(one: LevelSearch, number: number, outcome: PlayedOutcome): LevelSearch {
  if (outcome.kind === "unplayed") return { ...one, broken: outcome.why };
  if (outcome.kind === "fires" && outcome.whenWell) return { ...one, broken: "it fires while all is well" };
  return { ...one, played: new Map([...one.played, [number, outcome.kind === "fires"]]) };
}

/** From which value on it fires, when all was played that had to be. */
export function firesFromOf({ search, played, broken, level }: LevelSearch): FiresFrom {
  if (broken !== undefined) return { kind: "none", why: broken };
  const { silent, firing } = narrowed(search, played);
  const { scale } = search;
  if (firing === undefined) return { kind: "none", why: `it is silent up to ${scale.valueOf(search.worst)}` };
  const when = level.firing > level.ok ? "above" : "below";
  return { kind: "value", firing: scale.valueOf(firing), silent: scale.valueOf(silent), when };
}
