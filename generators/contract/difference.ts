import type { Read, Reader, ReaderKind } from "./contract.ts";
import type { Harm } from "./harm.ts";
import type { Pair } from "./observed.ts";

/** A way in which what is exposed differs from what is declared. */
export interface DifferenceKind {
  /** Stands behind each of them; unique. */
  readonly id: string;
  /** What it is, in one sentence. */
  readonly says: string;
  readonly find: (pair: Pair) => Iterable<Found>;
}

/** What a kind finds between the two sides of a metric. */
export interface Found {
  /** Goes on after the name of the metric: `has the type gauge, and counter is declared`. */
  readonly text: string;
  /** What it does to who reads the metric so; undefined: nothing. Left out: nothing to anybody. */
  readonly harms?: (read: Read, reader: Reader) => Harm | undefined;
}

/** One difference, as it is printed. */
export interface Difference {
  readonly kind: string;
  readonly job: string;
  readonly metric: string;
  readonly text: string;
  /** Where the metric is declared; undefined: nowhere. */
  readonly definedAt: string | undefined;
  readonly victims: readonly Victim[];
}

/** Somebody whom a difference harms, each once, by the worst that it does. */
export interface Victim {
  readonly kind: ReaderKind;
  readonly name: string;
  readonly harm: Harm;
  readonly severity?: string | undefined;
  readonly notifies?: readonly string[] | undefined;
}
