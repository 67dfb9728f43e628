import type { Level, Levels } from "../language/given.ts";

// How a series behaves is said here once. The rule tests write it in promtool's notation, the simulated targets answer it, and
// the cards draw it: what a card shows, a test checks and "signalbox up" serves is the same.

export type { Level };
export type Situation = "ok" | "limit" | "firing";
export type EachSituation<V> = Required<Levels<V>>;

/** What a series does for a while. */
export type Behaviour =
  | { readonly kind: "missing" }
  | { readonly kind: "constant"; readonly value: number }
  /** Stays where it was. */
  | { readonly kind: "stays" }
  /** Grows evenly, by this much in each `everyMs`: from this value or, if none is given, from where it was. */
  | { readonly kind: "grows"; readonly by: number; readonly everyMs: number; readonly from?: number }
  /** A timestamp that is always this many seconds ahead. */
  | { readonly kind: "ahead"; readonly seconds: number }
  /** A timestamp that is always now, as of a program that starts again before each sample. */
  | { readonly kind: "restarts"; readonly everyMs: number }
  /** These samples again and again. */
  | { readonly kind: "follows"; readonly samples: readonly Level[]; readonly everyMs: number };

/** A behaviour from a moment on. */
export interface Phase {
  readonly fromMs: number;
  readonly behaviour: Behaviour;
  /** Its value when it begins, for what stays or grows. */
  readonly start: number;
}

/** A series over time. */
export interface Series {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  /** One after the other; before the first there is no sample. */
  readonly phases: readonly Phase[];
  /** Moments at which it is not seen, though it is there; left out: none. */
  readonly failedMs?: readonly number[];
}

/** A behaviour that begins; `before` is where the series was, or where a new one starts. */
export function phaseFrom(fromMs: number, behaviour: Behaviour, before: number): Phase {
  return { fromMs, behaviour, start: behaviour.kind === "grows" ? (behaviour.from ?? before) : before };
}

/** The phase that a series is in; undefined: it has not begun. */
export function phaseAt({ phases }: Pick<Series, "phases">, atMs: number): Phase | undefined {
  return phases.findLast(({ fromMs }) => fromMs <= atMs);
}

/** The value of a series at a moment. */
export function valueAt(series: Pick<Series, "phases">, atMs: number): Level {
  const phase = phaseAt(series, atMs);
  return phase ? valueAfter(phase, atMs - phase.fromMs) : "missing";
}

/** The value of a series so long after its phase began. */
export function valueAfter({ fromMs, behaviour, start }: Phase, elapsedMs: number): Level {
  switch (behaviour.kind) {
    case "missing":
      return "missing";
    case "constant":
      return behaviour.value;
    case "stays":
      return start;
    case "grows":
      return start + (behaviour.by * elapsedMs) / behaviour.everyMs;
    case "ahead":
      return (fromMs + elapsedMs) / 1000 + behaviour.seconds;
    case "restarts":
      return (fromMs + Math.floor(elapsedMs / behaviour.everyMs) * behaviour.everyMs) / 1000;
    case "follows": {
      const { samples, everyMs } = behaviour;
      return samples[Math.floor(elapsedMs / everyMs) % samples.length] ?? "missing";
    }
  }
}

/** Whether two behaviours are the same. */
export function isSameBehaviour(a: Behaviour, b: Behaviour): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
