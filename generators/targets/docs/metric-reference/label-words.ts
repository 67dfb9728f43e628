import type { LabelSpec, LabelSpecs } from "../../../language/label.ts";
import { inlineCode } from "../../../text/markdown.ts";

/** Each label with the values that it may have, as Markdown. */
export function labelWords(labels: LabelSpecs): string[] {
  return Object.entries(labels).map(([name, spec]) => `${inlineCode(name)} ${values(spec)}`);
}

function values(spec: LabelSpec): string {
  if (spec === "*") return "(any value)";
  if (spec instanceof RegExp) return `(what matches ${inlineCode(spec.source)})`;
  return `(${spec.length === 0 ? "no value" : spec.map((value) => (value === "" ? "empty" : inlineCode(value))).join(", ")})`;
}
