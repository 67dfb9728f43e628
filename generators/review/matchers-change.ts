import { alternatives } from "../promql/label-value.ts";
import { printMatcher } from "../promql/print.ts";
import type { LabelMatcher } from "../promql/tree.ts";

/** What became of the matchers of a selector. */
export interface MatchersChange {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Of a label whose list of values is longer or shorter: those that are let through now, or no longer. */
  readonly values: readonly ValuesChange[];
}

export interface ValuesChange {
  readonly label: string;
  readonly also: readonly string[];
  readonly noLonger: readonly string[];
}

export function matchersChange(base: readonly LabelMatcher[], head: readonly LabelMatcher[]): MatchersChange {
  const values = head.flatMap((after) => {
    if (![base, head].every((all) => isAlone(after.name, all))) return [];
    const before = base.find(
      ({ name, op }) => name === after.name && isNegative(op) === isNegative(after.op),
    );
    const changed = before && valuesChange(before, after);
    return changed ? [{ ...changed, before, after }] : [];
  });
  const other = (all: readonly LabelMatcher[], said: readonly LabelMatcher[]) =>
    all.filter((one) => !said.includes(one)).map(printMatcher);
  const before = other(
    base,
    values.map((one) => one.before),
  );
  const after = other(
    head,
    values.map((one) => one.after),
  );
  const gained = after.filter((one) => !before.includes(one));
  const lost = before.filter((one) => !after.includes(one));
  return {
    gained,
    lost,
    values: values.map(({ label, also, noLonger }) => ({ label, also, noLonger })),
  };
}

/** Of several matchers of one label nobody can say which became which. */
function isAlone(label: string, all: readonly LabelMatcher[]): boolean {
  return all.filter(({ name }) => name === label).length === 1;
}

/** Undefined where one of them is more than a list of values, or both let the same through. */
function valuesChange(base: LabelMatcher, head: LabelMatcher): ValuesChange | undefined {
  const [before, after] = [valuesIn(base), valuesIn(head)];
  // Of one value in the place of another it is shorter to say both.
  if (!before || !after || (before.length === 1 && after.length === 1)) return undefined;
  const gained = after.filter((value) => !before.includes(value));
  const lost = before.filter((value) => !after.includes(value));
  if (gained.length + lost.length === 0) return undefined;
  const [also, noLonger] = isNegative(head.op) ? [lost, gained] : [gained, lost];
  return { label: head.name, also, noLonger };
}

function valuesIn({ op, value }: LabelMatcher): readonly string[] | undefined {
  if (op === "=" || op === "!=") return [value];
  return alternatives(value);
}

function isNegative(op: LabelMatcher["op"]): boolean {
  return op === "!=" || op === "!~";
}
