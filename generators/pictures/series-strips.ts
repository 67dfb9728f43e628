import type { Given } from "../language/given.ts";
import { unitArithmetic } from "../language/unit.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { analyse } from "../promql/analysis.ts";
import { asksForAbsence, functionNamed, givesTheirValues } from "../promql/functions.ts";
import type { Trace } from "../rule-tests/rule-test.ts";
import { firingFor, seriesIn, whole, type Phases } from "../rule-tests/phases.ts";
import { changes, hasLimit, type TestSeries } from "../rule-tests/test-series.ts";
import type { EachSituation, Level } from "../series/series.ts";
import { printPromql } from "../promql/print.ts";
import type { Node } from "../promql/tree.ts";
import { plainWords } from "../promql/value-words.ts";
import { readingOf } from "../promql/reading.ts";
import { limitText, marksOf } from "./marks.ts";
import { constantSteps, gapsIn, levelSteps, lineThrough, sampleSteps } from "./series-lines.ts";
import type { Line, Mark, Moments, Strip } from "./strip.ts";

/** A strip for each entry of `given`: what its series do, for an alert that does not compare levels. */
export function seriesStrips(
  alert: AlertModel,
  trace: Trace,
  moments: Moments,
  { catalogue }: Pick<Model, "catalogue">,
): Strip[] {
  const givens = [...new Set(trace.series.map(({ given }) => given))];
  const changing = new Set(trace.series.filter(changes).map(({ given }) => given));
  return givens.map((given) => {
    const signals = trace.series.filter((signal) => signal.given === given);
    const others = trace.others.filter((signal) => signal.given === given);
    const strip =
      levelStrip(given, signals, others, moments) ?? sampledStrip(given, signals, others, moments, catalogue);
    return { ...strip, marks: [...(changing.size === 1 ? limitOf(alert, strip.unit) : []), ...strip.marks] };
  });
}

function limitOf({ threshold, analysis }: AlertModel, unit: string): Mark[] {
  if (!threshold || threshold.unit !== unit) return [];
  // Where a function makes other numbers of them, the threshold says nothing about the series themselves.
  if (!analysis.functions.every(({ name }) => isOfTheirValues(name))) return [];
  return [{ kind: "threshold", value: threshold.value, text: limitText(threshold, unit, true) }];
}

function isOfTheirValues(name: string): boolean {
  const row = functionNamed(name);
  return row !== undefined && (givesTheirValues(row) || asksForAbsence(name));
}

interface Levelled {
  readonly title: string;
  readonly unit: string;
  readonly levels: EachSituation<Level>;
}

function levelStrip(
  given: Given,
  signals: readonly TestSeries[],
  others: readonly TestSeries[],
  moments: Moments,
): Strip | undefined {
  const isCounter = signals.some((signal) => signal.isCounter);
  const levelled = levelsOf(given, isCounter, printPromql);
  if (!levelled) return undefined;
  const words = levelsOf(given, isCounter, plainWords)?.title;
  const { title, unit, levels } = levelled;
  const steps = levelSteps(levels, moments);
  const isBeside = others.length > 0 && levels.ok !== "missing";
  return {
    title,
    ...(words === undefined ? {} : { words }),
    unit,
    lines: [
      lineThrough("bad", steps),
      ...(isBeside ? [lineThrough("good", constantSteps(levels.ok, moments))] : []),
    ],
    marks: marksOf(levels, unit, undefined, true),
    gaps: gapsIn(steps),
  };
}

/** The samples themselves: of what goes up and down, and of a gauge that grows. */
function sampledStrip(
  given: Given,
  signals: readonly TestSeries[],
  others: readonly TestSeries[],
  moments: Moments,
  catalogue: Model["catalogue"],
): Strip {
  const shown = given.kind === "follows" || given.kind === "grows" ? readingOf(given.series) : undefined;
  const steps = (series: TestSeries, phases: Phases) =>
    sampleSteps(seriesIn({ series, phases }), series.strideMs, moments);
  const firing = firingFor(moments);
  const lines = (of: Line["of"], list: readonly TestSeries[], phases: Phases) =>
    list.map((one) => lineThrough(of, steps(one, phases)));
  return {
    title: shown?.expr ?? "",
    unit: shown ? analyse(shown, catalogue).type.unit : "none",
    lines: [
      ...lines("bad", signals, firing),
      ...lines("good", others, whole("ok")),
      ...lines("limit", signals.filter(hasLimit), whole("limit")),
    ],
    marks: [],
    gaps: signals.flatMap((one) => gapsIn(steps(one, firing))),
  };
}

/** What given series have, or run at, in each situation; undefined where they go up and down. */
function levelsOf(given: Given, isCounter: boolean, say: (series: Node) => string): Levelled | undefined {
  switch (given.kind) {
    case "holds":
      return { title: say(given.series), unit: given.unit, levels: given.levels };
    case "time left":
      return { title: `time left until ${say(given.series)}`, unit: "seconds", levels: given.levels };
    case "runs":
      return {
        title: `rate of ${say(given.series)}`,
        unit: unitArithmetic.perSecond(given.unit),
        levels: given.levels,
      };
    case "share": {
      const [part, rest] = [say(given.part), say(given.rest)];
      return { title: `share of ${part} beside ${rest}`, unit: "ratio", levels: given.levels };
    }
    case "quantile":
      return {
        title: `${given.quantile}-quantile of ${say(given.buckets)}`,
        unit: given.unit,
        levels: given.levels,
      };
    case "restarts":
      return {
        title: `changes of ${say(given.series)} from sample to sample`,
        unit: "count",
        levels: { ok: 0, limit: 0, firing: 1 },
      };
    case "grows":
      // A counter itself says nothing, and where a gauge starts may matter as much as what it grows by.
      return isCounter && given.from === undefined ? increaseOf(given, say) : undefined;
    case "follows":
      return undefined;
  }
}

function increaseOf(
  { series, per, unit, levels }: Extract<Given, { readonly kind: "grows" }>,
  say: (series: Node) => string,
): Levelled {
  return { title: `increase of ${say(series)} in ${per}`, unit, levels };
}
