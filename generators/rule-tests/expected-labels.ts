import type { LabelSpec } from "../language/label.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import type { Span } from "../promql/tree.ts";
import type { LabelMap } from "../promql/expression-type.ts";
import { asksForAbsence } from "../promql/functions.ts";
import { isList } from "../promql/label-value.ts";
import { isWhole } from "../promql/parse.ts";
import { neededRecordings, readsOf, selects, type Read } from "./reads.ts";
import { changes, isMissing, type TestSeries, type Situation } from "./test-series.ts";

/** One of the conditions between which an alert's outermost `or` stands. */
export interface Branch {
  readonly labels: LabelMap;
  /** What it reads, its recordings included. */
  readonly reads: readonly Read[];
  /** It fires because something is not there. */
  readonly isAbsence: boolean;
}

/** The conditions that fire by themselves: one, unless the outermost operator is `or`. */
export function branchesOf(rule: AlertModel | RecordingModel, model: Model): Branch[] {
  const { expr, analysis } = rule;
  const whole = { from: 0, to: expr.length };
  const parts = partsOf(rule, whole);
  const own = readsOf([rule]);
  return parts.map(({ span, labels }) => {
    const direct = own.filter(({ selector }) => contains(span, selector));
    const names = new Set(direct.map(({ selector }) => selector.metric));
    const recordings = model.recordings.filter(({ name }) => names.has(name));
    const behind = recordings.flatMap((one) => [one, ...neededRecordings(one, model, new Set())]);
    const outermost = analysis.functions.find((one) => contains(span, one));
    const isAbsence =
      outermost !== undefined && asksForAbsence(outermost.name) && isWhole(expr, span, outermost);
    return { labels: labels ?? new Map(), reads: [...direct, ...readsOf(behind)], isAbsence };
  });
}

/** The branch that fires while the series are in this situation. */
export function firingBranch(
  branches: readonly Branch[],
  signals: readonly TestSeries[],
  situation: Situation | "gone",
): Branch | undefined {
  const isGone = (signal: TestSeries) => situation === "gone" || isMissing(signal, situation);
  return (
    branches.find(({ reads, isAbsence }) => {
      const read = signals.filter((signal) => reads.some((one) => selects(one, signal)));
      if (isAbsence) return read.every(isGone);
      return read.some((signal) => changes(signal) && !isGone(signal));
    }) ?? branches[0]
  );
}

/** The labels of what fires, with the values that the series give them, those that change first. */
export function resultLabels(labels: LabelMap, signals: readonly TestSeries[]): Record<string, string> {
  const likely = [...signals.filter(changes), ...signals];
  return Object.fromEntries(
    [...labels].flatMap(([name, spec]) => {
      const from = likely.find(
        (signal) => signal.labels[name] !== undefined && fits(spec, signal.labels[name]),
      );
      const value = from?.labels[name] ?? onlyValue(spec);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

interface Part {
  readonly span: Span;
  readonly labels: LabelMap | undefined;
}

function partsOf(rule: AlertModel | RecordingModel, span: Span, labels = rule.analysis.type.labels): Part[] {
  const { expr, analysis } = rule;
  const or = analysis.joins.find((join) => join.op === "or" && isWhole(expr, span, join));
  if (!or) return [{ span, labels }];
  return [...partsOf(rule, or.left, or.leftLabels), ...partsOf(rule, or.right, or.rightLabels)];
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function fits(spec: LabelSpec, value: string): boolean {
  return !isList(spec) || spec.includes(value);
}

function onlyValue(spec: LabelSpec): string | undefined {
  return isList(spec) && spec.length === 1 ? spec[0] : undefined;
}
