import type { VariableModel } from "../../../model/dashboard-model.ts";
import { escapeMarkdown, inlineCode } from "../../../text/markdown.ts";

/** A choice at the top of a dashboard, in a sentence. */
export function variableWords({ name, title, label, selector, multiple }: VariableModel): string {
  const several = multiple ? ", one or several of them" : "";
  return `Choice ${escapeMarkdown(title)} (${inlineCode(`$${name}`)}): the values that the label ${inlineCode(label)} of ${inlineCode(selector)} has${several}`;
}
