import { stringNode } from "../../promql/tree.ts";
import type { Flat, Labels, Name, WithLabel, Without } from "../label.ts";
import { type Expression, called, nodeOf } from "./expression.ts";
import { patternText } from "./selector.ts";
import type { Vector } from "./vector.ts";

/** Labels made from other labels. */
export interface Relabelling<L extends Labels, U extends string> {
  /**
   * The label `name` with one value on every series: `label_replace(…, "tier", "web", "", "")`; with an empty text, without the label.
   * @example memory.withLabel("tier", "web")
   */
  withLabel<D extends string, V extends string>(
    name: D,
    value: V,
  ): Vector<V extends "" ? Without<L, D> : Flat<Without<L, D> & Record<D, V>>, U>;
  /**
   * Sets the label `to` where `pattern` matches the whole of `from`; `$1` is its first group: `label_replace(…, "host", "$1", "instance", "(.*):.*")`.
   * @example memory.labelReplace("host", "$1", "instance", /(.+):.+/)
   * @refuses memory.labelReplace("host", "$1", "node", /(.+):.+/)
   */
  labelReplace<D extends string>(
    to: D,
    replacement: string,
    from: Name<L>,
    pattern: RegExp,
  ): Vector<WithLabel<L, D>, U>;
  /**
   * Sets the label `to` to the values of `from` with `separator` between them: `label_join(…, "id", "-", "zone", "host")`.
   * @example memory.labelJoin("id", "-", "job", "instance")
   */
  labelJoin<D extends string>(
    to: D,
    separator: string,
    ...from: readonly Name<L>[]
  ): Vector<WithLabel<L, D>, U>;
}

export const relabelling = {
  withLabel(this: Expression, name: string, value: string) {
    if (typeof name !== "string" || typeof value !== "string")
      throw new TypeError("withLabel(…) takes the name of a label and its value, both as text");
    // A dollar stands for a group of the pattern, two for one that is meant.
    const texts = [name, value.replaceAll("$", "$$$$"), "", ""];
    return called(this, "label_replace", nodeOf(this), ...texts.map(stringNode));
  },
  labelReplace(this: Expression, to: string, replacement: string, from: string, pattern: RegExp) {
    const texts = [to, replacement, from, patternText(pattern, from)];
    return called(this, "label_replace", nodeOf(this), ...texts.map(stringNode));
  },
  labelJoin(this: Expression, to: string, separator: string, ...from: readonly string[]) {
    const texts = [to, separator, ...from];
    return called(this, "label_join", nodeOf(this), ...texts.map(stringNode));
  },
};
