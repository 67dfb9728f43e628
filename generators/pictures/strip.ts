/** A moment of a test, in milliseconds from its start, and a value then. */
export interface Point {
  readonly atMs: number;
  readonly value: number;
}

/** What a series is between two moments: joined points. */
export type Piece = readonly Point[];

export interface Line {
  /** The instance that goes bad, the one beside it, or what the first does in a test of its own, at the limit. */
  readonly of: "bad" | "good" | "limit";
  readonly pieces: readonly Piece[];
}

export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A height that is named at the right: the threshold, or what the series have in a situation. */
export interface Mark {
  readonly kind: "threshold" | "limit" | "ok" | "firing";
  readonly value: number;
  readonly text: string;
}

/** One value over time: what an alert compares, or a series that it looks at. */
export interface Strip {
  /** What it shows, as PromQL or in words. */
  readonly title: string;
  /** The same in the words of people, for where there is no room for the title; left out: there are none. */
  readonly words?: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
  /** When there is no value. */
  readonly gaps: readonly TimeSpan[];
}

/** From the moment that the series go bad, when they are well again, and how much of the test is drawn. */
export interface Moments {
  readonly fromMs: number;
  readonly badMs: number;
  readonly wellMs: number;
  readonly toMs: number;
}
