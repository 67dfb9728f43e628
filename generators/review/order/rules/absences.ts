import { durationInMs } from "../../../language/duration.ts";
import { asksForAbsence } from "../../../promql/functions.ts";
import type { Node, SelectorNode } from "../../../promql/tree.ts";
import type { About, OrderRule } from "../rule.ts";
import { rangeOf, selectionOf } from "./selections.ts";

export const absences: OrderRule = {
  id: "absences",
  says: "where nothing of more is there, nothing of less is; with the same labels in the result",
  relate(first, second, about) {
    if (first.kind !== "call" || second.kind !== "call" || first.name !== second.name) return undefined;
    if (!asksForAbsence(first.name)) return undefined;
    const isMade = [first, second].every(
      ({ args: [of] }) => of && of.kind !== "selector" && of.kind !== "range",
    );
    // Of what is no selector itself the result has no labels.
    if (isMade && first.args[0] && second.args[0]) {
      const relation = about.ask(second.args[0], first.args[0]);
      return relation && { presence: "some", values: "same", by: relation.by };
    }
    const one = askedOf(first.args[0]);
    const other = askedOf(second.args[0]);
    if (!one || !other || labelsOf(one.of) !== labelsOf(other.of)) return undefined;
    return isMore(one, other, about) ? { presence: "some", values: "same", by: [] } : undefined;
  },
};

interface Asked {
  readonly of: SelectorNode;
  readonly ms: number;
}

/** The selector, and how long it looks back. */
function askedOf(node: Node | undefined): Asked | undefined {
  if (node?.kind === "selector") return { of: node, ms: 0 };
  const range = node && rangeOf(node);
  const ms = range && durationInMs(range.range);
  return range && ms !== undefined ? { of: range.of, ms } : undefined;
}

function isMore(one: Asked, other: Asked, about: About): boolean {
  if (one.ms < other.ms) return false;
  return about.isSame(one.of, other.of) || selectionOf(other.of, one.of, about) !== undefined;
}

/** The labels that the result has: those that are asked for by one value, once. */
function labelsOf({ matchers }: SelectorNode): string {
  const exact = matchers.filter(
    ({ name, op }) =>
      op === "=" && name !== "__name__" && matchers.filter((one) => one.name === name).length === 1,
  );
  return JSON.stringify(exact.map(({ name, value }) => [name, value]).sort());
}
