import {
  type AggregationNode,
  type BinaryNode,
  metricNameOf,
  type Node,
  type SelectorNode,
} from "../tree.ts";
import { aggregate } from "./aggregate.ts";
import { evaluateCall } from "./call.ts";
import { combine } from "./combine.ts";
import { mapValue, type VectorElement, type ExpressionValue } from "./value.ts";
import { elementsOf, selected, taking, whenEvaluated, worldAt, type EvaluationWorld } from "./world.ts";

/**
 * What an expression gives while its series keep their level or their growth, as Prometheus would evaluate it.
 *
 * Undefined where it is not known: its series come and go, or it looks at more than levels and growth.
 */
export function evaluate(node: Node, world: EvaluationWorld): ExpressionValue | undefined {
  switch (node.kind) {
    case "number":
      return node.value;
    case "selector":
      return select(node, world);
    case "call":
      return evaluateCall({ node, world, evaluate });
    case "aggregation":
      return aggregated(node, world);
    case "binary":
      return combined(node, world);
    case "negation": {
      const value = evaluate(node.of, world);
      return value === undefined ? undefined : mapValue(value, (number) => -number);
    }
    default:
      return undefined;
  }
}

function aggregated(node: AggregationNode, world: EvaluationWorld): ExpressionValue | undefined {
  const of = node.args.at(-1);
  const value = of && evaluate(of, world);
  if (value === undefined || typeof value === "number") return undefined;
  const [first, second] = node.args;
  const argument =
    second === undefined
      ? undefined
      : first?.kind === "string"
        ? first.value
        : first && evaluate(first, world);
  return aggregate(node, value, argument);
}

function combined(node: BinaryNode, world: EvaluationWorld): ExpressionValue | undefined {
  const [left, right] = [evaluate(node.left, world), evaluate(node.right, world)];
  if (left !== undefined && right !== undefined) return combine(node, left, right, world.notice);
  // Nothing stays nothing, whatever is on the other side.
  const isNothing = (value: ExpressionValue | undefined) => Array.isArray(value) && value.length === 0;
  if (node.op === "or") return undefined;
  return isNothing(left) || (isNothing(right) && node.op !== "unless") ? [] : undefined;
}

/** One that reads itself, which is a problem of its own, finds nothing there. */
function without(name: string, world: EvaluationWorld): EvaluationWorld {
  return { ...world, recorded: (other) => (other === name ? undefined : world.recorded(other)) };
}

function select(node: SelectorNode, world: EvaluationWorld): ExpressionValue | undefined {
  const earlier = worldAt(node, world);
  const name = metricNameOf(node);
  // Which metrics there are besides those that are played, nobody knows.
  if (!earlier || name === undefined) return undefined;
  if (earlier.seriesOf(name).length > 0) {
    return elementsOf(selected(node, earlier), ({ level }) => level);
  }
  const recorded = earlier.recorded(name);
  // What the world does not have is not there.
  if (!recorded) return [];
  const then = whenEvaluated(earlier);
  const { remember = (_, work) => work() } = then;
  const value = remember(name, () => evaluate(recorded, without(name, then)));
  if (value === undefined || typeof value === "number") return undefined;
  const takes = taking(node);
  return value.filter(({ labels }: VectorElement) => takes(labels));
}
