import type { Node, SelectorNode } from "../language/expression/tree.ts";
import { acceptedBy } from "../promql/label-value.ts";
import { aggregate } from "./aggregate.ts";
import { callFunction } from "./call-function.ts";
import { combine } from "./combine.ts";
import { levelOf } from "./signal-level.ts";
import { mapSteady, type SteadyValue } from "./steady-value.ts";
import { elementsOf, selected, type SteadyWorld } from "./steady-world.ts";

/**
 * What an expression gives while its series do the same, as Prometheus would work it out.
 *
 * Undefined where it cannot be told: the expression was written as text, or its series come and go, or it looks at more than
 * levels and growth.
 */
export function evaluate(node: Node, world: SteadyWorld): SteadyValue | undefined {
  switch (node.kind) {
    case "number":
      return node.value;
    case "selector":
      return select(node, world);
    case "call":
      return callFunction(node, world, (inner) => evaluate(inner, world));
    case "aggregation": {
      const of = node.args.at(-1);
      const value = of && evaluate(of, world);
      return value === undefined || typeof value === "number" ? undefined : aggregate(node, value);
    }
    case "binary": {
      const [left, right] = [evaluate(node.left, world), evaluate(node.right, world)];
      return left === undefined || right === undefined ? undefined : combine(node, left, right);
    }
    case "negation": {
      const value = evaluate(node.of, world);
      return value === undefined ? undefined : mapSteady(value, (number) => -number);
    }
    default:
      return undefined;
  }
}

function select(node: SelectorNode, world: SteadyWorld): SteadyValue | undefined {
  // What was long ago, or always then, is not what is now.
  if (node.offset !== undefined || node.at !== undefined) return undefined;
  const { signals, situation, recordings } = world;
  if (signals.some(({ metric }) => metric === node.metric)) {
    return elementsOf(selected(node, world), (signal) => levelOf(signal, situation));
  }
  const recording = recordings.find(({ name }) => name === node.metric);
  // Series that nobody plays are not there.
  if (!recording) return [];
  const value = evaluate(recording.node, world);
  if (value === undefined || typeof value === "number") return undefined;
  return value.filter(({ labels }) =>
    node.matchers.every((matcher) => acceptedBy(matcher)(labels[matcher.name] ?? "")),
  );
}
