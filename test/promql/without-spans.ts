import type { Node } from "../../generators/promql/tree.ts";

/** A tree without what tells where it stood in its text, and how its numbers were written: what it means. */
export function withoutSpans(node: Node | undefined): unknown {
  const isOfText = (key: string) => /^(?:span|.*Spans?|around|asDuration)$/.test(key);
  const text = JSON.stringify(node, (key, value: unknown) => {
    // JSON has no infinities.
    if (typeof value === "number") return String(value + 0);
    return isOfText(key) ? undefined : value;
  });
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
