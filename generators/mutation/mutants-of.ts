import type { Model } from "../model/model.ts";
import { ruleEntry } from "../rule-tests/rule-entry.ts";
import { forChanges, keepFiringForChanges, severityChanges } from "./alert-changes.ts";
import { armEdits } from "./arms.ts";
import { comparisonEdits } from "./comparisons.ts";
import { type ExpressionSource, expressionSource } from "./expression-source.ts";
import { groupingEdits } from "./grouping.ts";
import { matcherEdits } from "./matchers.ts";
import type { Change, Edit, Mutant, Rule } from "./mutant.ts";
import { quantileEdits } from "./quantiles.ts";
import { thresholdEdits } from "./thresholds.ts";
import { horizonEdits, windowEdits } from "./windows.ts";

const editors: readonly ((source: ExpressionSource) => Edit[])[] = [
  thresholdEdits,
  comparisonEdits,
  matcherEdits,
  armEdits,
  windowEdits,
  horizonEdits,
  groupingEdits,
  quantileEdits,
];

/** All slips that are tried on a rule, each under an id of its own; none that leaves it as it is, none twice. */
export function mutantsOf(rule: Rule, model: Pick<Model, "catalogue" | "platform">): Mutant[] {
  const source = expressionSource(rule, model);
  const edited = editors
    .flatMap((editor) => editor(source))
    .map((edit) => ({ ...changeOf(edit), mutated: { ...rule, expr: applied(source.text, edit) } }));
  const severities = Object.values(model.platform.severities);
  const changed =
    rule.kind === "alert"
      ? [...forChanges(rule), ...keepFiringForChanges(rule), ...severityChanges(rule, severities)]
      : [];
  const different = onePerEntry(rule, [...edited, ...changed]);
  return withUniqueIds(different).map((mutation) => ({ rule, ...mutation }));
}

type Mutation = Change & { readonly mutated: Rule };

function changeOf({ operator, id, what }: Edit): Change {
  return { operator, id, what };
}

function applied(source: string, { replacements }: Edit): string {
  // From the end, so that what is left to do stays where it is.
  return replacements
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: instead }) => text.slice(0, from) + instead + text.slice(to), source);
}

function onePerEntry(rule: Rule, mutations: readonly Mutation[]): Mutation[] {
  const seen = new Set([JSON.stringify(ruleEntry(rule))]);
  return mutations.filter(({ mutated }) => {
    const entry = JSON.stringify(ruleEntry(mutated));
    const isNew = !seen.has(entry);
    seen.add(entry);
    return isNew;
  });
}

/** Where several changes would have one id, they are counted in the order of the text. */
function withUniqueIds(mutations: readonly Mutation[]): Mutation[] {
  return mutations.map((mutation, index) => {
    const isSame = ({ id }: Mutation) => id === mutation.id;
    if (mutations.filter(isSame).length === 1) return mutation;
    const place = mutations.slice(0, index + 1).filter(isSame).length;
    return { ...mutation, id: `${mutation.id} (${place})` };
  });
}
