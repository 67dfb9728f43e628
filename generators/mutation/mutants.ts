import { print } from "../promql/print.ts";
import { ruleEntry } from "../rule-tests/rule-entry.ts";
import { beyondNothing } from "./beyond-nothing.ts";
import {
  type MutatedModel,
  type Mutation,
  type MutationOperator,
  type MutationSubject,
  type Rule,
  subjectOf,
  withExpression,
} from "./operator.ts";
import { mutationOperators, type OperatorName } from "./operators/index.ts";

/** A rule with one mistake in it, as a person could make it. */
export interface Mutant extends Mutation {
  readonly operator: OperatorName;
  readonly rule: Rule;
}

/** All mistakes that are tried in a rule, each under an id of its own; none that leaves it as it is, none twice. */
export function mutantsOf(rule: Rule, model: MutatedModel): Mutant[] {
  const subject = subjectOf(rule, model);
  const mutants = Object.entries(mutationOperators).flatMap(([name, { mutate }]) =>
    isOperatorName(name) ? mutate(subject).map((mutation) => ({ rule, operator: name, ...mutation })) : [],
  );
  return withUniqueIds(onePerEntry(subject, mutants));
}

/** What an author can do so that the next test notices such a mistake, in the imperative. */
export function whatToAdd({
  rule,
  operator,
}: Pick<Mutant, "operator"> & { readonly rule: Pick<Rule, "kind"> }): string {
  const { toAdd, toAddForRecording }: MutationOperator = mutationOperators[operator];
  return (rule.kind === "recording" ? toAddForRecording : undefined) ?? toAdd;
}

/** Whether this is a kind of mistake that is tried. */
export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(mutationOperators, name);
}

function onePerEntry(subject: MutationSubject, mutants: readonly Mutant[]): Mutant[] {
  // A mutant is printed from its tree: so is the rule that it is compared with, however its author wrote it.
  const { rule } = subject;
  const seen = new Set([rule, withExpression(subject, rule.node)].map(entryText));
  const meant = meantText(rule);
  const saysNothing = meant !== entryText(rule);
  return mutants.filter(({ mutated }) => {
    const entry = entryText(mutated);
    const isNew = !seen.has(entry) && !(saysNothing && meantText(mutated) === meant);
    seen.add(entry);
    return isNew;
  });
}

/** What the rule does: the same for rules of which no series could tell one from the other. */
function meantText(rule: Rule): string {
  const deployed = { ...rule.deployed, ...print(beyondNothing(rule.deployed.node)) };
  return entryText({ ...rule, deployed });
}

function entryText(rule: Rule): string {
  return JSON.stringify(ruleEntry(rule));
}

/** Where several would have one id, they are counted in the order of the text. */
function withUniqueIds(mutants: readonly Mutant[]): Mutant[] {
  return mutants.map((mutant, index) => {
    const isSame = ({ id }: Mutant) => id === mutant.id;
    if (mutants.filter(isSame).length === 1) return mutant;
    const place = mutants.slice(0, index + 1).filter(isSame).length;
    return { ...mutant, id: `${mutant.id} (${place})` };
  });
}
