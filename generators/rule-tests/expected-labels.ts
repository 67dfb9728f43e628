import { inOrderOf } from "../model/lookups.ts";
import type { LabelSpec } from "../language/label.ts";
import { recordingsRead } from "../model/recordings-read.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import type { LabelMap } from "../promql/expression-type.ts";
import { asksForAbsence } from "../promql/functions.ts";
import { isList } from "../promql/label-value.ts";
import { type Node, type Span, wholeSpanOf } from "../promql/tree.ts";
import { neededRecordings, readsOf, selects, type Read } from "./reads.ts";
import type { Situation } from "../series/series.ts";
import { changes, isMissing, type TestSeries } from "./test-series.ts";
import type { Join } from "../promql/extraction.ts";
import { badInstance, goodInstance } from "./concrete-series.ts";
import type { Setup } from "./setup.ts";

/** One of the conditions between which an alert's outermost `or` is. */
export interface Branch {
  readonly labels: LabelMap;
  /** What it reads, its recordings included. */
  readonly reads: readonly Read[];
  /** It fires because something is not there. */
  readonly isAbsence: boolean;
}

/** The conditions that fire by themselves: one, unless the outermost operator is `or`. */
export function branchesOf(rule: AlertModel | RecordingModel, model: Model): Branch[] {
  const own = readsOf([rule]);
  return partsOf(rule, rule.node, rule.analysis.type.labels).map(({ node, labels }) => {
    const direct = own.filter(({ selector }) => contains(wholeSpanOf(node), selector));
    const recordings = inOrderOf(
      model,
      direct.flatMap(({ selector }) => recordingsRead(model, selector)),
    );
    const behind = recordings.flatMap((one) => [one, ...neededRecordings(one, model, new Set())]);
    const isAbsence = node.kind === "call" && asksForAbsence(node.name);
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
  readonly node: Node;
  readonly labels: LabelMap | undefined;
}

function partsOf(rule: AlertModel | RecordingModel, node: Node, labels: LabelMap | undefined): Part[] {
  const or = node.kind === "binary" && node.op === "or" ? node : undefined;
  const join = or && rule.analysis.joins.find(({ left }) => left.node === or.left);
  if (!join) return [{ node, labels }];
  const { left, right, leftLabels, rightLabels } = join;
  return [...partsOf(rule, left.node, leftLabels), ...partsOf(rule, right.node, rightLabels)];
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

/** Whether the rule tells instances apart, so that one may stay well beside another that goes bad. */
export function tellsInstancesApart(
  branch: Branch,
  rules: readonly (AlertModel | RecordingModel)[],
  { bad, good }: Pick<Setup, "bad" | "good">,
): boolean {
  if (!branch.labels.has("instance")) return false;
  // A series that is the same for both, or whose instance is fixed, cannot be played twice.
  const isOfInstance = bad.every(({ labels }) => labels["instance"] === badInstance);
  if (!isOfInstance || good.some(({ labels }) => labels["instance"] !== goodInstance)) return false;
  return rules.every(({ analysis }) => analysis.joins.every(comparesInstances));
}

function comparesInstances({ op, matching }: Join): boolean {
  if (op === "or") return true;
  return matching.labels.includes("instance") === (matching.kind === "on");
}
