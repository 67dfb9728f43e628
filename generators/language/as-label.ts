import type { ExprIn, SelectorOf } from "./expression/expression.ts";
import type { Labels, Name } from "./label.ts";

declare const texts: unique symbol;

/** A text of an answer that becomes a label of a series whose value is 1; `V` are the values that the label may have. */
export interface TextLabel<V extends string> {
  readonly kind: "text label";
  readonly metric: SelectorOf<Labels>;
  readonly label: string;
  // In the types only. A function, so that a label of more values fits a text of fewer, and not the other way round.
  readonly [texts]: (text: V) => void;
}

/** The name of a label, if its values are listed; else what to do about it. */
type ListedLabel<L, N extends keyof L & string> = string extends L[N]
  ? `list the values that the label '${N}' may have`
  : N;

/**
 * Turns a text into a label, because no sample can be a text: `asLabel(health.shop_health_status, "status")` is
 * `shop_health_status{status="degraded"} 1` while the field says so, and there is no such series while it does not.
 */
export function asLabel<L extends Labels, const N extends Name<L>>(
  metric: SelectorOf<L> & ExprIn<"bool">,
  label: ListedLabel<L, N>,
): TextLabel<L[N]> {
  // A cast: what the types alone say of the texts is not there at run time.
  return { kind: "text label", metric, label } as unknown as TextLabel<L[N]>;
}
