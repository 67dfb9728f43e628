import type { Node } from "../tree.ts";
import { evaluate } from "./evaluate.ts";
import type { EvaluationWorld } from "./world.ts";

/** Whether an expression returns any series, of which an alert would fire; undefined where that is not known. */
export function returnsSeries(node: Node, world: EvaluationWorld): boolean | undefined {
  const value = evaluate(node, world);
  return value === undefined || typeof value === "number" ? undefined : value.length > 0;
}
