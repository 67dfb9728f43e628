import type { SelectorNode } from "../language/expression/tree.ts";
import type { RecordingModel } from "../model/rule-model.ts";
import { acceptedBy } from "../promql/label-value.ts";
import type { Level, Signal, Situation } from "../proof/signal.ts";
import type { SteadyElement } from "./steady-value.ts";

/** Series that have done the same for long enough. */
export interface SteadyWorld {
  readonly signals: readonly Signal[];
  readonly situation: Situation;
  /** Those that may be read; one whose series are played is not worked out. */
  readonly recordings: readonly RecordingModel[];
}

/** The signals that a selector takes. */
export function selected({ metric, matchers }: SelectorNode, { signals }: SteadyWorld): Signal[] {
  return signals.filter(
    (signal) =>
      signal.metric === metric &&
      matchers.every((matcher) => acceptedBy(matcher)(signal.labels[matcher.name] ?? "")),
  );
}

/** An element for each signal that is there; undefined where one of them cannot be told. */
export function elementsOf(
  signals: readonly Signal[],
  valueOf: (signal: Signal) => Level | undefined,
): readonly SteadyElement[] | undefined {
  const elements: SteadyElement[] = [];
  for (const signal of signals) {
    const value = valueOf(signal);
    if (value === undefined) return undefined;
    if (value !== "missing") elements.push({ labels: signal.labels, value });
  }
  return elements;
}
