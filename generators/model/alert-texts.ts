import type { AlertDefinition } from "../language/alert.ts";
import { labelNamed, type SpokenText, type TextMistake, writtenText } from "../language/written-text.ts";
import type { ExpressionType } from "../promql/expression-type.ts";
import { isList } from "../promql/label-value.ts";
import type { AlertThreshold } from "../promql/threshold.ts";
import { valueTemplate } from "../text/quantity.ts";

const spokenNames = ["summary", "description"] as const;

/** The texts of an alert that can be functions. */
export type SpokenName = (typeof spokenNames)[number];

/** What is wrong with one of them. */
export interface AlertTextMistake extends TextMistake {
  readonly text: SpokenName;
}

export interface AlertTexts {
  readonly texts: Readonly<Record<SpokenName, string>>;
  readonly mistakes: readonly AlertTextMistake[];
}

/** What stands for a threshold in the words of an alert that has none; `thresholds-are-known` finds it. */
export const noThreshold = "(no threshold)";

/** What stands for a text with a mistake, which is a problem by itself. */
const unwritten = "a text that cannot be written";

/** What an alert says its words about. */
export interface SpokenOf {
  readonly unit: string;
  readonly threshold: AlertThreshold | undefined;
  readonly labels?: ExpressionType["labels"];
}

/** Summary and description as Prometheus' templates. */
export function alertTexts(definition: Pick<AlertDefinition, SpokenName>, about: SpokenOf): AlertTexts {
  const texts = { summary: unwritten, description: unwritten };
  const mistakes: AlertTextMistake[] = [];
  for (const name of spokenNames) {
    const written = alertText(definition[name], about);
    if ("text" in written) texts[name] = written.text;
    else mistakes.push({ ...written.mistake, text: name });
  }
  return { texts, mistakes };
}

function alertText(text: AlertDefinition[SpokenName], { unit, threshold, labels }: SpokenOf) {
  if (typeof text === "string") return { text };
  const values = [...(labels ?? [])].flatMap(([, spec]) => (isList(spec) ? spec : []));
  const spoken: SpokenText<"value" | "threshold"> = {
    source: String(text),
    say: ({ labels, others }) => text({ ...others, labels }),
    names: ["value", "threshold"],
    values,
  };
  return writtenText(spoken, (word) => {
    if (word === "the value") return valueTemplate(unit);
    if (word === "the threshold") return threshold?.text ?? noThreshold;
    return `{{ $labels.${labelNamed(word) ?? ""} }}`;
  });
}
