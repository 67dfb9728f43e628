import { nodeOfText } from "../dashboards/dashboard-readers.ts";
import { mapParts } from "../../promql/rewrite.ts";
import type { LabelMatcher, Node } from "../../promql/tree.ts";
import { meaning } from "./same-meaning.ts";

/** What a query of a panel asks, whichever way it is written. */
export function queryMeaning(expr: string): string {
  const node = nodeOfText(expr);
  return node ? meaning(plainly(node)) : expr;
}

function plainly(node: Node): Node {
  if (node.kind !== "selector") return mapParts(node, plainly);
  return { ...node, matchers: node.matchers.map(asChosen) };
}

/** One chosen value is compared by `=`, several by `=~`: which of them there are, the variable says. */
function asChosen({ name, op, value }: LabelMatcher): LabelMatcher {
  const [, bare, braced = bare] = /^\$(?:(\w+)|\{(\w+)\})$/.exec(value) ?? [];
  if (braced === undefined) return { name, op, value };
  return { name, op: op === "!=" || op === "!~" ? "!~" : "=~", value: `$${braced}` };
}
