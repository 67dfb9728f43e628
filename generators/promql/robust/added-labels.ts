import { aggregationNamed } from "../aggregations.ts";
import { typeOfPart } from "../analysis.ts";
import type { SeriesCatalogue } from "../catalogue.ts";
import { functionNamed } from "../functions.ts";
import { isSetOperator } from "../operators.ts";
import { print } from "../print.ts";
import { mapParts } from "../rewrite.ts";
import {
  type AggregationNode,
  type BinaryNode,
  type CallNode,
  metricNameOf,
  type Node,
  partsOf,
  type SelectorNode,
} from "../tree.ts";

// Whoever runs the rules may add labels to what they record: a group's `labels`, vmalert's -external.label, a ruler's tenant. What is
// recorded then has a label that what is scraped has not, and the two no longer match.

/**
 * Whose labels the series of an expression have: those of what is recorded, which may be more than one knows; known ones only; or none,
 * as numbers have.
 */
type Labelled = "recorded" | "known" | "none";

/** What has to be known of a project: which of its series are recorded, and with which labels. */
interface Recorded {
  readonly catalogue: SeriesCatalogue;
}

/** A join that a label on what is recorded breaks: one side has it, and the other has not. */
export interface UnequalJoin {
  readonly node: BinaryNode;
  /** The side that is recorded, and what would make it fit; undefined: its labels are not known. */
  readonly side: "left" | "right";
  readonly fitting: Node | undefined;
}

/** The joins of an expression that a label on what is recorded breaks, those within others first. */
export function unequalJoinsIn(node: Node, recorded: Recorded): UnequalJoin[] {
  const found: UnequalJoin[] = [];
  equalised(node, recorded, (join) => found.push(join));
  return found;
}

/**
 * The expression with each recorded side of a join aggregated to its own labels, where the other side is not recorded:
 * `sum by (instance) (recorded)`. Of one series for each instance that is its value, whatever label was added to it.
 */
export function withKnownLabels(node: Node, recorded: Recorded): Node {
  return equalised(node, recorded, () => undefined);
}

/** Whether a label that was added to what is recorded is on the series of an expression too. */
export function showsAddedLabels(node: Node, recorded: Recorded): boolean {
  return labelledIn(node, recorded) === "recorded";
}

function equalised(node: Node, recorded: Recorded, say: (join: UnequalJoin) => void): Node {
  // A window has nothing in it that could be aggregated.
  if (node.kind === "range") return node;
  const inner = mapParts(node, (part) => equalised(part, recorded, say));
  if (inner.kind !== "binary" || !comparesAddedLabels(inner)) return inner;
  const sides = { left: labelledIn(inner.left, recorded), right: labelledIn(inner.right, recorded) };
  const side = sides.left === "recorded" ? "left" : "right";
  const other = side === "left" ? "right" : "left";
  if (sides[side] !== "recorded" || sides[other] !== "known") return inner;
  const fitting = aggregated(inner[side], recorded);
  say({ node: inner, side, fitting });
  return fitting ? { ...inner, [side]: fitting } : inner;
}

/** Whether series match only if what was added is the same on both sides, or the result has it only from one of them. */
function comparesAddedLabels({ op, matching }: BinaryNode): boolean {
  return matching?.on === undefined || op === "or";
}

function labelledIn(node: Node, recorded: Recorded): Labelled {
  switch (node.kind) {
    case "number":
    case "string":
    case "text":
      return "none";
    case "selector":
      return isRecorded(node, recorded) ? "recorded" : "known";
    case "range":
    case "subquery":
    case "negation":
      return labelledIn(node.of, recorded);
    case "call":
      return ofCall(node, recorded);
    case "aggregation":
      return ofAggregation(node, recorded);
    case "binary":
      return ofBinary(node, recorded);
  }
}

function isRecorded(selector: SelectorNode, { catalogue }: Recorded): boolean {
  const name = metricNameOf(selector);
  if (name === undefined) return false;
  return catalogue.lookup(name, selector.matchers).series.some(({ type }) => type === "recorded");
}

function ofCall({ name, args }: CallNode, recorded: Recorded): Labelled {
  const row = functionNamed(name);
  if (row?.gives === "scalar") return "none";
  if (row?.labels === "none" || row?.labels === "asked for") return "known";
  return either(args.map((arg) => labelledIn(arg, recorded)));
}

function ofAggregation({ name, by, without, args }: AggregationNode, recorded: Recorded): Labelled {
  const keeps = aggregationNamed(name)?.labels === "kept";
  if (!keeps && without === undefined) return "known";
  return keeps || by === undefined ? either(args.map((arg) => labelledIn(arg, recorded))) : "known";
}

function ofBinary({ op, left, right, matching }: BinaryNode, recorded: Recorded): Labelled {
  const [one, other] = [labelledIn(left, recorded), labelledIn(right, recorded)];
  if (one === "none" || other === "none") return either([one, other]);
  if (isSetOperator(op)) return op === "or" ? either([one, other]) : one;
  if (matching?.groupRight) return other;
  if (matching?.groupLeft) return one;
  return matching?.on ? "known" : one;
}

function either(all: readonly Labelled[]): Labelled {
  if (all.includes("recorded")) return "recorded";
  return all.includes("known") ? "known" : "none";
}

/** With what is recorded in it aggregated to the labels that are known of it; undefined where they are not. */
function aggregated(node: Node, recorded: Recorded): Node | undefined {
  if (labelledIn(node, recorded) !== "recorded") return node;
  if (node.kind === "selector" || partsOf(node).some(isWindow)) return summed(node, recorded);
  const parts = partsOf(node).map((part) => aggregated(part, recorded));
  return parts.includes(undefined) ? undefined : mapParts(node, (part, index) => parts[index] ?? part);
}

function isWindow({ kind }: Node): boolean {
  return kind === "range" || kind === "subquery";
}

function summed(node: Node, { catalogue }: Recorded): Node | undefined {
  const { labels } = typeOfPart(print(node).node, catalogue);
  if (!labels) return undefined;
  const by = [...labels.keys()];
  return { kind: "aggregation", name: "sum", args: [node], ...(by.length > 0 && { by }) };
}
