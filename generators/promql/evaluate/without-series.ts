import type { Node } from "../tree.ts";
import { evaluate } from "./evaluate.ts";
import type { ExpressionValue } from "./value.ts";

/** What an expression gives where none of its series exist, and never did; undefined where that is not known. */
export function valueWithoutSeries(
  node: Node,
  recorded: (name: string) => Node | undefined,
): ExpressionValue | undefined {
  return evaluate(node, { seriesOf: () => [], recorded, nowSeconds: 0, speed: 1, isAlways: true });
}
