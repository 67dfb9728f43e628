import type { ThreeDigits } from "./three-digits.ts";

/** What is looked for: the first value that fires, on the way from where all is well to the worst that is played. */
export interface Search {
  readonly scale: ThreeDigits;
  /** By their numbers on the scale. */
  readonly ok: number;
  readonly worst: number;
}

/** Whether each of the values that were played so far fires. */
export type Played = ReadonlyMap<number, boolean>;

export interface Narrowed {
  /** The last on the way that is silent; where all is well it is. */
  readonly silent: number;
  /** The first that fires; undefined where none does that was played. */
  readonly firing: number | undefined;
}

/** With so many in a run, four runs find one of five thousand values; and a run costs more than a value. */
const perRun = 12;

/** Between which values it begins to fire. */
export function narrowed({ ok, worst }: Search, played: Played): Narrowed {
  const away = Math.sign(worst - ok);
  const distance = (number: number) => (number - ok) * away;
  const firing = [...played]
    .flatMap(([number, fires]) => (fires ? [number] : []))
    .sort((a, b) => distance(a) - distance(b))[0];
  const before = [...played].flatMap(([number, fires]) =>
    !fires && distance(number) > 0 && (firing === undefined || distance(number) < distance(firing))
      ? [number]
      : [],
  );
  const silent = before.reduce((a, b) => (distance(b) > distance(a) ? b : a), ok);
  return { silent, firing };
}

/** The values to play next, by their numbers; none where it is known. */
export function nextToPlay(search: Search, played: Played): number[] {
  const { silent, firing } = narrowed(search, played);
  const to = firing ?? search.worst;
  if (firing === undefined && played.has(search.worst)) return [];
  const away = Math.sign(to - silent);
  const between = Math.abs(to - silent) - 1;
  const open = firing === undefined ? [search.worst] : [];
  if (between <= 0) return open;
  const count = Math.min(perRun, between);
  const inside = Array.from(
    { length: count },
    (_, index) => silent + away * Math.round(((index + 1) * (between + 1)) / (count + 1)),
  );
  return [...new Set([...inside, ...open])].filter((number) => !played.has(number));
}

/** The first values to play: those on both sides of where one or the other version is said to begin. */
export function firstToPlay(search: Search, likely: readonly number[]): number[] {
  const { scale, ok, worst } = search;
  const away = Math.sign(worst - ok);
  const isOnTheWay = (number: number) => (number - ok) * away > 0 && (worst - number) * away >= 0;
  const near = likely.flatMap((value) => {
    const number = scale.numberOf(value);
    return [number - 1, number, number + 1];
  });
  return [...new Set([...near, worst])].filter(isOnTheWay);
}
