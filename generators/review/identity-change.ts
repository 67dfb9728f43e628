import { canonical } from "../promql/canonical.ts";
import { listed } from "../text/listed.ts";
import type { Pair } from "./pairing.ts";
import { resultLabels, type ResultLabels } from "./result-labels.ts";
import type { ReviewedExpression } from "./version.ts";

/** That what fires has other labels, in words; undefined where it may have the same. */
export function identityChange({ base, head }: Pair<ReviewedExpression>): string | undefined {
  if (!base.node || !head.node) return undefined;
  const [before, after] = [resultLabels(canonical(base.node)), resultLabels(canonical(head.node))];
  const [lost, gained] = [onlyIn(before, after), onlyIn(after, before)];
  if (before.possible === undefined && after.possible !== undefined)
    return anew(`has ${onlyText(after.possible)}, was all labels of its series`);
  if (before.possible !== undefined && after.possible === undefined)
    return anew(`has all labels of its series, was ${onlyText(before.possible)}`);
  if (lost.length + gained.length === 0) return undefined;
  const texts = [
    ...(gained.length === 0 ? [] : [`also has ${listed(gained)}`]),
    ...(lost.length === 0 ? [] : [`no longer has ${listed(lost)}`]),
  ];
  return anew(texts.join(" and "));
}

function anew(text: string): string {
  return `what fires ${text}: open alerts resolve and fire anew`;
}

function onlyText(labels: ReadonlySet<string>): string {
  return labels.size === 0 ? "no labels" : `only ${listed([...labels].sort())}`;
}

/** The labels that the series of one version may have, or surely have, and those of the other have not. */
function onlyIn(one: ResultLabels, other: ResultLabels): string[] {
  const named = [...(one.possible ?? one.sure), ...(one.possible ? [] : other.never)];
  const isThere = (name: string) =>
    !other.never.has(name) && (other.possible === undefined || other.possible.has(name));
  return [...new Set(named)].filter((name) => !one.never.has(name) && !isThere(name)).sort();
}
