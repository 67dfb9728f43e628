import type { LabelWords, Word } from "./word.ts";
import { labelNamed, type SpokenText, writtenText, type WrittenText } from "./written-text.ts";

/** A legend or the text of a mark: a text, or a function of labels. */
export type GrafanaText<Label extends PropertyKey> =
  string | ((labels: { readonly [K in Label]: Word }) => string | Word);

/** Its text with labels as Grafana writes them: `{{endpoint}}`. */
export function grafanaText<Label extends PropertyKey>(text: GrafanaText<Label>): WrittenText {
  if (typeof text === "string") return { text };
  // A cast: the types let an author name only labels that there are, and it is called with words for any.
  const say = text as unknown as (labels: LabelWords<string>) => unknown;
  const spoken: SpokenText<never> = {
    source: String(text),
    say: ({ labels }) => say(labels),
    names: [],
  };
  return writtenText(spoken, (name) => `{{${labelNamed(name) ?? ""}}}`);
}
