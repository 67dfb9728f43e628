import { typeOfPart } from "./analysis.ts";
import type { SeriesCatalogue } from "./catalogue.ts";
import type { ExpressionType } from "./expression-type.ts";
import { functionNamed } from "./functions.ts";
import { isComparison } from "./operators.ts";
import { type BinaryNode, type CallNode, metricNameOf, type Node, partsOf } from "./tree.ts";

/** The calls within an expression by which it tells the time, other than as the time since or until a timestamp. */
export function clockReads(root: Node, catalogue: SeriesCatalogue): CallNode[] {
  const typeOf = (node: Node) => typeOfPart(node, catalogue);
  const reads = (node: Node, holders: readonly Node[]): CallNode[] => [
    ...(isClock(node) && !isMeasured(node, holders, typeOf) ? [node] : []),
    ...partsOf(node).flatMap((part) => reads(part, [node, ...holders])),
  ];
  return reads(root, []);
}

/** The metrics that stand beside the clock in a difference, and of which nobody says what they measure: mostly a moment. */
export function unknownBesideClock(root: Node, catalogue: SeriesCatalogue): readonly string[] {
  const beside = (node: Node): Node[] => {
    const sides = node.kind === "binary" && isDifference(node) ? [node.left, node.right] : [];
    const others = sides.filter((side, index) => {
      const other = sides[1 - index];
      return other !== undefined && isClock(other) && typeOfPart(side, catalogue).unit === "none";
    });
    return [...others, ...partsOf(node).flatMap(beside)];
  };
  return [...new Set(beside(root).flatMap(namesIn))];
}

function namesIn(node: Node): readonly string[] {
  return node.kind === "selector" ? [metricNameOf(node) ?? ""] : partsOf(node).flatMap(namesIn);
}

/** `time()`, `timestamp(…)`, and `hour()` and the like without an argument. */
function isClock(node: Node): node is CallNode {
  if (node.kind !== "call") return false;
  const { name, args } = node;
  return (
    name === "time" || name === "timestamp" || (functionNamed(name)?.of === "dates" && args.length === 0)
  );
}

/**
 * Whether a timestamp is subtracted from the clock, or compared with it, or the clock from a timestamp. A constant may have been
 * added before: `time() + 3600 > expiry`.
 */
function isMeasured(
  clock: CallNode,
  holders: readonly Node[],
  typeOf: (node: Node) => ExpressionType,
): boolean {
  if (functionNamed(clock.name)?.of === "dates") return false;
  let inner: Node = clock;
  for (const holder of holders) {
    if (holder.kind !== "binary") return false;
    const other = holder.left === inner ? holder.right : holder.left;
    const { kind, unit } = typeOf(other);
    if (kind === "vector" || isClock(other)) {
      return unit === "timestamp" && isDifference(holder) && (kind === "vector" || clock.name !== "time");
    }
    if (holder.op !== "+" && holder.op !== "-") return false;
    inner = holder;
  }
  return false;
}

function isDifference({ op, bool }: BinaryNode): boolean {
  return op === "-" || (isComparison(op) && bool !== true);
}
