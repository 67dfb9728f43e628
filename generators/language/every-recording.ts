import {
  type AnyVector,
  type InstantVector,
  type LabelsOf,
  stateOf,
  typed,
  type UnitOf,
} from "./expression/expression.ts";
import { newExpression } from "./expression/methods.ts";
import type { Gauge } from "./expression/series.ts";
import type { Labels } from "./label.ts";
import { recordingOf } from "./recording.ts";

/** The labels that all of them have, each with the values that it has in any. */
type EveryLabel<R extends AnyVector> = {
  [K in Extract<keyof LabelsOf<R>, string>]: LabelsOf<R>[K];
} & {};

/**
 * All series that are recorded under one name: `job:shop_requests:rate5m`, of several recordings that their labels tell apart.
 *
 * It is used like one recording. A label has the values that it has in any of them, so that `.where({ tier: "web" })` chooses.
 * @example everyRecording(webRate, apiRate)
 * @refuses everyRecording(webRate, apiRate).where({ tier: "wbe" })
 */
export function everyRecording<
  A extends AnyVector,
  B extends InstantVector<Labels, UnitOf<A>>,
  C extends InstantVector<Labels, UnitOf<A>> = never,
>(one: A, another: B, ...more: readonly C[]): Gauge<EveryLabel<A | B | C>, UnitOf<A>> {
  const definitions = [one, another, ...more].map((recording) => recordingOf(recording));
  const [first] = definitions;
  const others = definitions.filter((other) => other?.name !== first?.name);
  if (!first || others.length > 0) {
    const names = [...new Set(definitions.map((given) => given?.name ?? "what is no recording"))];
    throw new TypeError(
      `everyRecording() takes what recording() returned, all of one name, and not ${names.join(" and ")}`,
    );
  }
  const { metric, unit } = stateOf(one);
  const node = { kind: "selector", metric: first.name, matchers: [] } as const;
  return typed(newExpression({ node, unit, ...(metric && { metric }) }));
}
