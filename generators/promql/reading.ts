import type { Place } from "../language/place.ts";
import { print, printPromql } from "./print.ts";
import { type Reading, readText } from "./read.ts";
import { type Node, partsOf } from "./tree.ts";

export interface ReadingOptions {
  /** Variables of Grafana may appear. */
  readonly variables?: boolean;
  /** What is still to be changed in it; it gives back the same node where it changes nothing. */
  readonly change?: (node: Node) => Node;
}

/**
 * An expression of the definitions with its text.
 *
 * What was written by words is printed, and its tree knows then where it stands. Only what was written as text is read: its
 * pieces can begin and end anywhere, so that it has no tree before the whole is there. No other place makes the tree of a
 * definition from text.
 */
export function readingOf(written: Node, options: ReadingOptions = {}): Reading {
  const { variables = false, change = (node) => node } = options;
  if (!expressionPlace(written)) return printed(change(written));
  const reading = readText(printPromql(written), { variables });
  const changed = reading.node && change(reading.node);
  // What nothing is changed in stays as its author wrote it.
  return changed === undefined || changed === reading.node ? reading : printed(changed);
}

function printed(node: Node): Reading {
  return { ...print(node), diagnostics: [] };
}

/** Where an expression was written as text, the first of several; an expression of words stands where its rule does. */
export function expressionPlace(node: Node): Place | undefined {
  if (node.kind === "text") return node.place;
  for (const part of partsOf(node)) {
    const place = expressionPlace(part);
    if (place) return place;
  }
  return undefined;
}
