import type { Place } from "../language/place.ts";

/** The two versions that are compared. */
export type Side = "base" | "head";

/** Something of each of the two versions. */
export type BothSides<T> = Readonly<Record<Side, T>>;

/** What one version of an alert does while a scenario is played: all well for long, and then as bad as the scenario says. */
export type PlayedOutcome =
  | {
      readonly kind: "fires";
      /** From the first bad sample until it fires. */
      readonly afterMs: number;
      /** Of each alert that fires, without its name: who it is. */
      readonly labels: readonly Readonly<Record<string, string>>[];
      /** It fired before that already, while all was well. */
      readonly whenWell?: true;
      /** For how long it goes on when all is well again; left out: that was not played, or it had ended by then. */
      readonly goesOnMs?: number;
    }
  /** It did not fire, though all went on being bad for so long. */
  | { readonly kind: "silent"; readonly playedMs: number }
  | { readonly kind: "unplayed"; readonly why: string };

/** From which value on one version fires. Of values with three significant digits, which are played. */
export type FiresFrom =
  | {
      readonly kind: "value";
      /** The first that fires, on the way from where all is well. */
      readonly firing: number;
      /** The last that does not: one digit before it. */
      readonly silent: number;
      /** Whether it fires above that value or below it. */
      readonly when: "above" | "below";
    }
  /** It fires at no value of the scenario of either version, or there is no one value that is played: and why. */
  | { readonly kind: "none"; readonly why: string };

/** A value on which the versions differ, and what each then does. */
export interface Witness {
  readonly value: number;
  readonly outcomes: BothSides<PlayedOutcome>;
}

/** One scenario of one version, played on both. */
export interface PlayedScenario {
  /** Whose it is. */
  readonly of: Side;
  /** Its number among those of its alert, from 0. */
  readonly index: number;
  readonly place: Place;
  readonly outcomes: BothSides<PlayedOutcome>;
  /** The unit of the values below; undefined where no single value is played. */
  readonly unit: string | undefined;
  readonly firesFrom: BothSides<FiresFrom>;
  /** Undefined where both do the same at every value that was played. */
  readonly witness: Witness | undefined;
  /** When it is as if none of the series were there. */
  readonly missing: BothSides<PlayedOutcome>;
}

/** From the first bad sample until a receiver is notified. */
export interface TimeToPage {
  readonly receiver: string;
  readonly soonestMs: number;
  readonly latestMs: number;
}

/** What both versions do with series that only one of them looks at. */
export interface PlayedApart {
  /** What these series have: `result="sent"`. */
  readonly having: string;
  readonly outcomes: BothSides<PlayedOutcome>;
}

/** All that was played of one alert that is there in both versions. */
export interface PlayedPair {
  readonly alert: BothSides<string>;
  readonly scenarios: readonly PlayedScenario[];
  readonly apart: readonly PlayedApart[];
  /** Of each route that notifies, in the order in which Alertmanager finds them. */
  readonly times: BothSides<readonly TimeToPage[]>;
}
