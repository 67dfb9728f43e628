import type { Place } from "../language/place.ts";
import { print, printPromql } from "./print.ts";
import { type Reading, readText } from "./read.ts";
import { type Node, partsOf } from "./tree.ts";

export interface ReadingOptions {
  /** Variables of Grafana may appear. */
  readonly variables?: boolean;
  /** A change that is still to be made; it returns the same node where it changes nothing. */
  readonly change?: (node: Node) => Node;
}

/**
 * An expression of the definitions as text and tree.
 *
 * An expression of handles is only printed: printing tells where each node is in the text. What was written as text is read,
 * and nowhere else: its pieces can begin and end anywhere, so there is no tree until the whole text is there.
 */
export function readingOf(written: Node, options: ReadingOptions = {}): Reading {
  const { variables = false, change = (node) => node } = options;
  if (!expressionPlace(written)) return printed(change(written));
  const reading = readText(printPromql(written), { variables });
  const changed = reading.node && change(reading.node);
  // Unchanged text stays as its author wrote it.
  return changed === undefined || changed === reading.node ? reading : printed(changed);
}

function printed(node: Node): Reading {
  return { ...print(node), diagnostics: [] };
}

/** Where an expression was written as text, the first of several; one made of handles is where its rule is. */
export function expressionPlace(node: Node): Place | undefined {
  if (node.kind === "text") return node.place;
  for (const part of partsOf(node)) {
    const place = expressionPlace(part);
    if (place) return place;
  }
  return undefined;
}
