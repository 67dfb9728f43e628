import { functionNamed, isFunctionOf } from "../../../promql/functions.ts";
import type { CallNode, Node } from "../../../promql/tree.ts";
import { numberIn } from "../numbers.ts";
import { bothValues, type Relation, someOf, turned, type Values } from "../relation.ts";
import type { About, OrderRule } from "../rule.ts";

export const numberFunctions: OrderRule = {
  id: "number-functions",
  says: "a function of a number keeps what is the same, and one that rises keeps the order",
  relate(first, second, about) {
    const pair = alike(first, second);
    if (!pair || !isFunctionOf("numbers", pair.name)) return undefined;
    const [one, ...parameters] = pair.first;
    const [other, ...others] = pair.second;
    if (!one || !other || !areSame(parameters, others, about)) return undefined;
    const relation = about.ask(one, other);
    if (!relation) return undefined;
    if (relation.values === "same" || functionNamed(pair.name)?.rises) return relation;
    return { ...relation, values: "any" };
  },
};

export const sameSamples: OrderRule = {
  id: "same-samples",
  says: "what sorts samples or names their labels otherwise leaves them as they are",
  relate(first, second, about) {
    const pair = alike(first, second);
    const row = pair && functionNamed(pair.name);
    if (!pair || row?.values !== "samples") return undefined;
    const [one, ...parameters] = pair.first;
    const [other, ...others] = pair.second;
    if (!one || !other || !areSame(parameters, others, about)) return undefined;
    const relation = about.ask(one, other);
    // By labels that are others now nothing is selected.
    return relation && (row.labels === "kept" || relation.presence === "all" ? relation : someOf(relation));
  },
};

export const bounds: OrderRule = {
  id: "bounds",
  says: "what is held above a larger bound, or not held below one, is not smaller",
  relate(first, second, about) {
    const pair = alike(first, second);
    const [one, bound] = pair?.first ?? [];
    const [other, otherBound] = pair?.second ?? [];
    if (pair && one && other && functionNamed(pair.name)?.bound) {
      const relation = about.ask(one, other);
      const moved = bound && otherBound && directionOf(bound, otherBound);
      if (relation && moved) return { ...relation, values: bothValues(relation.values, moved) };
    }
    return beyondBound(first, second, about) ?? beyondBound(first, second, about, "first");
  },
};

/** How what is held within a bound is beside what is not. */
function beyondBound(
  first: Node,
  second: Node,
  about: About,
  held: "first" | "second" = "second",
): Relation | undefined {
  const node = held === "first" ? first : second;
  const bound = node.kind === "call" ? functionNamed(node.name)?.bound : undefined;
  const series = node.kind === "call" ? node.args[0] : undefined;
  if (!bound || !series) return undefined;
  const relation = held === "first" ? about.ask(series, second) : about.ask(first, series);
  const isLarger = (bound === "lowest") === (held === "second");
  return relation && { ...relation, values: bothValues(relation.values, isLarger ? "at most" : "at least") };
}

export const quantiles: OrderRule = {
  id: "quantiles",
  says: "a higher quantile of the same observations is not smaller",
  relate(first, second, about) {
    const pair = alike(first, second);
    if (!pair || functionNamed(pair.name)?.takes[0] !== "quantile") return undefined;
    const [q, ...observed] = pair.first;
    const [otherQ, ...others] = pair.second;
    if (!q || !otherQ || !areSame(observed, others, about)) return undefined;
    const values = directionOfQuantiles(q, otherQ);
    return values && { presence: "all", values, by: [] };
  },
};

export const constants: OrderRule = {
  id: "constants",
  says: "a number is smaller than a larger one",
  relate(first, second) {
    if (first.kind === "call" || second.kind === "call") {
      const pair = alike(first, second);
      const [one] = pair?.name === "vector" ? pair.first : [];
      const [other] = pair?.second ?? [];
      const values = one && other && directionOf(one, other);
      return values && { presence: "all", values, by: [] };
    }
    const values = directionOf(first, second);
    return values && { presence: "all", values, by: [] };
  },
};

/** Where the first of two numbers is, beside the second; undefined unless both are numbers. */
export function directionOf(first: Node, second: Node): Values | undefined {
  const one = numberIn(first);
  const other = numberIn(second);
  if (one === undefined || other === undefined || Number.isNaN(one) || Number.isNaN(other)) return undefined;
  if (one === other) return "same";
  return one < other ? "at most" : turned("at most");
}

/** The same of two quantiles: beyond 0 and 1 there is an infinity even where there is nothing to take a quantile of. */
export function directionOfQuantiles(first: Node, second: Node): Values | undefined {
  return isShare(first) && isShare(second) ? directionOf(first, second) : undefined;
}

function isShare(node: Node): boolean {
  const value = numberIn(node);
  return value !== undefined && value >= 0 && value <= 1;
}

interface Alike {
  readonly name: string;
  readonly first: CallNode["args"];
  readonly second: CallNode["args"];
}

function alike(first: Node, second: Node): Alike | undefined {
  if (first.kind !== "call" || second.kind !== "call") return undefined;
  if (first.name !== second.name || first.args.length !== second.args.length) return undefined;
  return { name: first.name, first: first.args, second: second.args };
}

function areSame(ones: readonly Node[], others: readonly Node[], { isSame }: About): boolean {
  return ones.every((one, index) => {
    const other = others[index];
    return other !== undefined && isSame(one, other);
  });
}
