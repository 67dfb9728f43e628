import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { typeOfPart } from "../promql/analysis.ts";
import { conditionOf, type ComparedCondition, type ConditionTree } from "../promql/condition.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import { returnsSeries } from "../promql/evaluate/returns-series.ts";
import { seriesKey } from "../promql/evaluate/value.ts";
import type { EvaluationWorld } from "../promql/evaluate/world.ts";
import { printPromql } from "../promql/print.ts";
import type { Node } from "../promql/tree.ts";
import { plainWords } from "../promql/value-words.ts";
import { during, firingFor, whole } from "../rule-tests/phases.ts";
import type { Trace } from "../rule-tests/rule-test.ts";
import type { Timeline } from "../rule-tests/timeline.ts";
import { worldsOf } from "../rule-tests/world-at-moment.ts";
import type { Level } from "../series/series.ts";
import { marksOf, silenceText, type Limit } from "./marks.ts";
import { gapsBetween, lineBetween } from "./series-lines.ts";
import type { Mark, Moments, Strip } from "./strip.ts";

/** A value at a moment of a test. */
export interface Moment {
  readonly atMs: number;
  readonly level: Level;
}

/** What an alert compares, at the moments of its test that are drawn. */
export interface ComparedOverTime extends Limit {
  readonly node: Node;
  readonly unit: string;
  /** While it holds the alert is silent: it stands behind `unless`. */
  readonly isSilencing: boolean;
  readonly bad: readonly Moment[];
  /** Of another instance beside it; none where the rule does not tell instances apart. */
  readonly good: readonly Moment[];
}

type Worlds = (atMs: number) => EvaluationWorld;

/** A line has no more points: nobody could see them. */
const mostPoints = 400;

/**
 * What the alert compares in this scenario while its value goes up and down: each drawn moment is evaluated.
 *
 * Undefined where it is not known, or where it would not fire when its rule test says so.
 */
export function comparedOverTime(
  alert: AlertModel,
  { series, others, timeline }: Trace,
  model: Model,
  moments: Moments,
): readonly ComparedOverTime[] | undefined {
  if (!timeline) return undefined;
  const { recordings, catalogue } = model;
  const { stepMs, endMs, firingMs } = timeline;
  const worlds = (played: Parameters<typeof worldsOf>[0]["series"]) =>
    worldsOf({ series: played, recordings, stepMs, endMs });
  const bad = worlds(series.map(during(firingFor(timeline))));
  const good = worlds(others.map(during(whole("ok"))));
  if (!agrees(alert, timeline, bad)) return undefined;
  const drawn = momentsOf(moments, stepMs);
  const found = conditionsIn(alert.node, bad(firingMs)).map(({ condition, isSilencing }) => {
    const { value: node, op } = condition;
    const limit = evaluate(condition.limit, bad(firingMs));
    const values = valuesOf(node, drawn, bad, firingMs);
    const beside = others.length === 0 ? [] : valuesOf(node, drawn, good, firingMs);
    if (typeof limit !== "number" || !values || !beside) return undefined;
    const { unit } = typeOfPart(node, catalogue);
    return { node, op, value: limit, unit, isSilencing, bad: values, good: beside };
  });
  const known = found.flatMap((one) => one ?? []);
  return known.length === 0 || known.length < found.length ? undefined : known;
}

/** It holds from its onset on, and not before. */
function agrees({ node }: AlertModel, { onsetMs, firingMs, stepMs }: Timeline, worlds: Worlds): boolean {
  const holds = (atMs: number) => returnsSeries(node, worlds(atMs));
  return holds(onsetMs - stepMs) === false && holds(onsetMs) === true && holds(firingMs) === true;
}

function momentsOf({ fromMs, toMs }: Moments, stepMs: number): number[] {
  const first = Math.ceil(fromMs / stepMs);
  const count = Math.floor(toMs / stepMs) - first + 1;
  const every = Math.ceil(count / mostPoints);
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => (first + index * every) * stepMs);
}

interface Part {
  readonly condition: ComparedCondition;
  readonly isSilencing: boolean;
}

/** The comparisons that decide, of several reasons to fire those of the first that holds. */
function conditionsIn(node: Node, world: EvaluationWorld): Part[] {
  if (node.kind === "binary" && node.op === "unless") {
    const silencing = partsOf(conditionOf(node.right));
    return [
      ...conditionsIn(node.left, world),
      ...silencing.map((condition) => ({ condition, isSilencing: true })),
    ];
  }
  if (node.kind === "binary" && node.op === "and") {
    return [node.left, node.right].flatMap((one) => conditionsIn(one, world));
  }
  if (node.kind === "binary" && node.op === "or") {
    const holding = [node.left, node.right].find((one) => returnsSeries(one, world));
    return conditionsIn(holding ?? node.left, world);
  }
  return partsOf(conditionOf(node)).map((condition) => ({ condition, isSilencing: false }));
}

function partsOf(condition: ConditionTree): ComparedCondition[] {
  if (condition.kind === "compared") return [condition];
  return condition.kind === "there" ? [] : condition.of.flatMap(partsOf);
}

/** The values of one series of the result: the one that is there when the alert fires, or else the first that ever is. */
function valuesOf(
  node: Node,
  drawn: readonly number[],
  worlds: Worlds,
  firingMs: number,
): readonly Moment[] | undefined {
  const results = [firingMs, ...drawn].map((atMs) => evaluate(node, worlds(atMs)));
  const vectors = results.flatMap((value) =>
    value === undefined || typeof value === "number" ? [] : [value],
  );
  if (vectors.length < results.length) return undefined;
  const [shown] = vectors.flat();
  return drawn.map((atMs, index) => {
    const same = shown && vectors[index + 1]?.find((one) => seriesKey(one) === seriesKey(shown));
    return { atMs, level: same?.value ?? "missing" };
  });
}

/** A strip for each. */
export function stripsOverTime(
  list: readonly ComparedOverTime[],
  moments: Moments,
  firingMs: number,
): Strip[] {
  const isAlone = list.length === 1;
  return list.map((one) => ({
    title: printPromql(one.node),
    words: plainWords(one.node),
    unit: one.unit,
    lines: [lineBetween("bad", one.bad), ...(one.good.length > 0 ? [lineBetween("good", one.good)] : [])],
    marks: marksAt(one, moments, firingMs, isAlone),
    gaps: gapsBetween(one.bad, moments.toMs),
  }));
}

/** The threshold, what the value is before the series go bad, and what it is when the alert fires. */
function marksAt(one: ComparedOverTime, { badMs }: Moments, firingMs: number, isAlone: boolean): Mark[] {
  const lastOf = (isBefore: (moment: Moment) => boolean): Level =>
    readable(one.bad.findLast(isBefore)?.level ?? "missing");
  const ok = lastOf(({ atMs }) => atMs < badMs);
  const firing = lastOf(({ atMs }) => atMs <= firingMs);
  const marks = marksOf({ ok, limit: ok, firing }, one.unit, one, isAlone);
  return marks.map((mark) =>
    one.isSilencing && mark.kind === "threshold" ? { ...mark, text: silenceText(one, one.unit) } : mark,
  );
}

/** What goes up and down is a reading: its first digits are enough. */
function readable(level: Level): Level {
  return level === "missing" ? level : Number(level.toPrecision(3));
}
