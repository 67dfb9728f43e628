import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { typeOfPart } from "../promql/analysis.ts";
import type { Trace } from "../rule-tests/rule-test.ts";
import type { TestSeries } from "../rule-tests/test-series.ts";
import type { EachSituation, Level, Situation } from "../series/series.ts";
import { holdsFor } from "../promql/evaluate/combine.ts";
import { conditionOf, type ComparedCondition, type ConditionTree } from "../promql/condition.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import { returnsSeries } from "../promql/evaluate/returns-series.ts";
import type { VectorElement } from "../promql/evaluate/value.ts";
import { worldOfSeries } from "../rule-tests/world-of-series.ts";
import { printPromql } from "../promql/print.ts";
import { plainWords } from "../promql/value-words.ts";
import { constantSteps, gapsIn, levelSteps, lineThrough } from "./series-lines.ts";
import { marksOf } from "./marks.ts";
import type { Moments, Strip } from "./strip.ts";

/** What an alert compares, and the numbers that it has in a scenario. */
export interface Compared {
  readonly condition: ComparedCondition;
  readonly unit: string;
  readonly limit: number;
  readonly levels: EachSituation<Level>;
  /** Of another instance, beside it. */
  readonly other: Level;
}

/**
 * What the alert compares in this scenario, worked out for each situation; of several reasons to fire the one that does.
 *
 * Undefined where it is not known, or changes with time while the series do the same.
 */
export function comparedIn(alert: AlertModel, trace: Trace, model: Model): readonly Compared[] | undefined {
  if (!trace.isExact) return undefined;
  const world = worldOf(trace.series, model);
  const conditions = decisive(conditionOf(alert.node), world);
  // Of the only comparison the unit is known already; to ask again takes its time.
  const known = conditions.length === 1 ? alert.threshold?.unit : undefined;
  const found = conditions.map((condition) => compared(condition, trace, model, known));
  const drawn = found.flatMap((one) => one ?? []);
  if (drawn.length === 0 || drawn.length < found.length) return undefined;
  // What is as true when all is well is not what these series are about, such as that a target is up.
  return trace.series.length > 0 && drawn.every(isAlways) ? undefined : drawn;
}

function isAlways({ condition: { op }, limit, levels: { ok } }: Compared): boolean {
  return ok !== "missing" && holdsFor(op, ok, limit);
}

/** A strip for each. */
export function comparedStrips(list: readonly Compared[], moments: Moments): Strip[] {
  return list.map(({ condition, unit, limit, levels, other }) => {
    const steps = levelSteps(levels, moments);
    const others = other === "missing" ? [] : [lineThrough("good", constantSteps(other, moments))];
    return {
      title: printPromql(condition.value),
      words: plainWords(condition.value),
      unit,
      lines: [lineThrough("bad", steps), ...others],
      marks: marksOf(levels, unit, { op: condition.op, value: limit }, list.length === 1),
      gaps: gapsIn(steps),
    };
  });
}

type World = (situation: Situation) => Parameters<typeof evaluate>[1];

function worldOf(signals: readonly TestSeries[], { recordings }: Model): World {
  return (situation) => worldOfSeries(signals, situation, recordings);
}

/** The comparisons of which an alert fires in this scenario. */
function decisive(condition: ConditionTree, world: World): ComparedCondition[] {
  switch (condition.kind) {
    case "compared":
      return [condition];
    case "there":
      return [];
    case "all":
      return condition.of.flatMap((one) => decisive(one, world));
    case "any": {
      const firing = condition.of.filter((one) => fires(one, world));
      return (firing.length > 0 ? firing : condition.of).flatMap((one) => decisive(one, world));
    }
  }
}

function fires(condition: ConditionTree, world: World): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((one) => fires(one, world));
    case "any":
      return condition.of.some((one) => fires(one, world));
    case "there":
      return returnsSeries(condition.value, world("firing")) ?? false;
    case "compared":
      return firingElement(condition, world) !== undefined;
  }
}

/** The first series for which the comparison holds when it fires. */
function firingElement({ value, op, limit }: ComparedCondition, world: World): VectorElement | undefined {
  const [values, against] = [value, limit].map((node) => evaluate(node, world("firing")));
  if (values === undefined || typeof values === "number" || typeof against !== "number") return undefined;
  return values.find((element) => holdsFor(op, element.value, against));
}

function compared(
  condition: ComparedCondition,
  trace: Trace,
  model: Model,
  knownUnit: string | undefined,
): Compared | undefined {
  const world = worldOf(trace.series, model);
  const limit = evaluate(condition.limit, world("firing"));
  if (typeof limit !== "number") return undefined;
  const [okValues, limitValues, firingValues] = (["ok", "limit", "firing"] as const).map((situation) =>
    evaluate(condition.value, world(situation)),
  );
  if (!isVector(okValues) || !isVector(limitValues) || !isVector(firingValues)) return undefined;
  // Where there is nothing when it fires, it is what is there otherwise that is drawn.
  const shown = firingElement(condition, world) ?? firingValues[0] ?? okValues[0];
  if (!shown) return undefined;
  const levels = {
    ok: levelIn(okValues, shown),
    limit: levelIn(limitValues, shown),
    firing: levelIn(firingValues, shown),
  };
  const others = evaluate(condition.value, worldOf(trace.others, model)("ok"));
  const other = isVector(others) && trace.others.length > 0 ? (others[0]?.value ?? "missing") : "missing";
  const unit = knownUnit ?? typeOfPart(condition.value, model.catalogue).unit;
  return { condition, unit, limit, levels, other };
}

function isVector(value: ReturnType<typeof evaluate>): value is readonly VectorElement[] {
  return value !== undefined && typeof value !== "number";
}

function levelIn(values: readonly VectorElement[], { labels }: VectorElement): Level {
  const key = (one: VectorElement["labels"]) => JSON.stringify(Object.entries(one).sort());
  return values.find((element) => key(element.labels) === key(labels))?.value ?? "missing";
}
