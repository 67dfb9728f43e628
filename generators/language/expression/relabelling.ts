import type { Labels, Name, WithLabel } from "../label.ts";
import { called, nodeOf, type Expression } from "./expression.ts";
import { patternText } from "./label-matcher.ts";
import { stringNode } from "../../promql/tree.ts";
import type { Vector } from "./vector.ts";

/** Labels made from other labels. */
export interface Relabelling<L extends Labels, U extends string> {
  /** Sets `to` where `pattern` matches the whole of `from`; `$1` in the replacement is its first group. */
  labelReplace<D extends string>(
    to: D,
    replacement: string,
    from: Name<L>,
    pattern: RegExp,
  ): Vector<WithLabel<L, D>, U>;
  /** Sets `to` to the values of `from` with `separator` between them. */
  labelJoin<D extends string>(
    to: D,
    separator: string,
    ...from: readonly Name<L>[]
  ): Vector<WithLabel<L, D>, U>;
}

export const relabelling = {
  labelReplace(this: Expression, to: string, replacement: string, from: string, pattern: RegExp) {
    const texts = [to, replacement, from, patternText(pattern, from)];
    return called(this, "label_replace", nodeOf(this), ...texts.map(stringNode));
  },
  labelJoin(this: Expression, to: string, separator: string, ...from: readonly string[]) {
    const texts = [to, separator, ...from];
    return called(this, "label_join", nodeOf(this), ...texts.map(stringNode));
  },
};
