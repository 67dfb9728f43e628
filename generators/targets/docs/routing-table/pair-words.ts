import { compareText } from "../../../text/order.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import type { MutingPair } from "../../../routing/muting-pairs.ts";
import { escapeMarkdown, inlineCode } from "../../../text/markdown.ts";

/**
 * The alerts on one side of these pairs as Markdown, one text for all that need the same labels: `A, B (same instance)`.
 *
 * @param print the name of an alert as Markdown
 */
export function pairWords(
  pairs: readonly MutingPair[],
  side: (pair: MutingPair) => AlertModel,
  print: (name: string) => string = escapeMarkdown,
): string[] {
  const namesByCondition = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const names = namesByCondition.get(conditionOf(pair)) ?? new Set();
    namesByCondition.set(conditionOf(pair), names.add(side(pair).name));
  }
  return [...namesByCondition]
    .sort(([a], [b]) => compareText(a, b))
    .map(([condition, names]) => `${[...names].sort(compareText).map(print).join(", ")}${condition}`);
}

function conditionOf({ surely, ifSame }: MutingPair): string {
  const labels = ifSame.map(inlineCode).join(", ");
  const words = [surely ? [] : "perhaps", labels === "" ? [] : `same ${labels}`].flat();
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}
