import { acceptedBy, alternatives, branchesOf } from "../../promql/label-value.ts";
import type { LabelMatcher, SelectorNode } from "../../promql/tree.ts";
import type { SeriesFacts } from "./rule.ts";

/** Whether each series that the first selector finds is one that the second finds; false where that is not sure. */
export function isImplied(
  first: SelectorNode,
  second: SelectorNode,
  { valuesOf }: Pick<SeriesFacts, "valuesOf">,
): boolean {
  return second.matchers.every((wanted) => {
    const own = first.matchers.filter(({ name }) => name === wanted.name);
    return isAnswered(wanted, own, possibleValues(own, valuesOf(first, wanted.name)));
  });
}

/** Whether a label that these matchers accept is accepted by the one that is wanted too. */
function isAnswered(
  wanted: LabelMatcher,
  own: readonly LabelMatcher[],
  possible: readonly string[] | undefined,
): boolean {
  if (own.some(({ op, value }) => op === wanted.op && value === wanted.value)) return true;
  if (possible) return possible.every(acceptedBy(wanted));
  if (wanted.op === "=~" && wanted.value === ".*") return true;
  if (wanted.op === "=~" && wanted.value === ".+") return refuses(own, "");
  if (wanted.op === "!=") return refuses(own, wanted.value);
  if (wanted.op === "!~") return branchesOf(wanted.value).every((branch) => refusesBranch(own, branch));
  return wanted.op === "=~" && own.some((one) => one.op === "=~" && isWithin(one.value, wanted.value));
}

/** Whether a pattern lets through nothing that another one does not: each of its branches is one of the other, or a text that it matches. */
function isWithin(pattern: string, other: string): boolean {
  const others = branchesOf(other);
  const accepts = acceptedBy({ op: "=~", value: other });
  return branchesOf(pattern).every(
    (branch) => others.includes(branch) || (isText(branch) && accepts(branch)),
  );
}

function refusesBranch(own: readonly LabelMatcher[], branch: string): boolean {
  if (isText(branch)) return refuses(own, branch);
  return own.some(({ op, value }) => op === "!~" && branchesOf(value).includes(branch));
}

/** A pattern that stands for itself alone. */
function isText(branch: string): boolean {
  return alternatives(branch)?.length === 1;
}

function refuses(matchers: readonly LabelMatcher[], value: string): boolean {
  return matchers.some((matcher) => !acceptedBy(matcher)(value));
}

/** The values that the label may have behind these matchers; undefined where they cannot be listed. */
function possibleValues(
  own: readonly LabelMatcher[],
  known: readonly string[] | undefined,
): readonly string[] | undefined {
  const lists = own.flatMap(({ op, value }) => {
    if (op === "=") return [[value]];
    const named = op === "=~" ? alternatives(value) : undefined;
    return named ? [named] : [];
  });
  const [list] = known ? [...lists, known] : lists;
  return list?.filter((value) => own.every((matcher) => acceptedBy(matcher)(value)));
}
