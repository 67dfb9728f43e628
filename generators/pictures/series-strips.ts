import type { Play } from "../language/scenario.ts";
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
import { readingOf } from "../promql/reading.ts";
import { limitText, marksOf } from "./marks.ts";
import { constantSteps, gapsIn, levelSteps, lineThrough, sampleSteps } from "./series-lines.ts";
import type { Line, Mark, Moments, Strip } from "./strip.ts";

/** A strip for each play: what its series do, for an alert that does not compare levels. */
export function seriesStrips(
  alert: AlertModel,
  trace: Trace,
  moments: Moments,
  { catalogue }: Pick<Model, "catalogue">,
): Strip[] {
  const plays = [...new Set(trace.series.map(({ play }) => play))];
  const changing = new Set(trace.series.filter(changes).map(({ play }) => play));
  return plays.map((play) => {
    const signals = trace.series.filter((signal) => signal.play === play);
    const others = trace.others.filter((signal) => signal.play === play);
    const strip =
      levelStrip(play, signals, others, moments) ?? sampledStrip(play, signals, others, moments, catalogue);
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
  play: Play,
  signals: readonly TestSeries[],
  others: readonly TestSeries[],
  moments: Moments,
): Strip | undefined {
  const isCounter = signals.some((signal) => signal.isCounter);
  const levelled = levelsOf(play, isCounter);
  if (!levelled) return undefined;
  const { title, unit, levels } = levelled;
  const steps = levelSteps(levels, moments);
  const isBeside = others.length > 0 && levels.ok !== "missing";
  return {
    title,
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
  play: Play,
  signals: readonly TestSeries[],
  others: readonly TestSeries[],
  moments: Moments,
  catalogue: Model["catalogue"],
): Strip {
  const shown = play.kind === "follows" || play.kind === "grows" ? readingOf(play.series) : undefined;
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

/** What the series of a play have, or run at, in each situation; undefined where they go up and down. */
function levelsOf(play: Play, isCounter: boolean): Levelled | undefined {
  switch (play.kind) {
    case "holds":
      return { title: printPromql(play.series), unit: play.unit, levels: play.levels };
    case "time left":
      return { title: `time left until ${printPromql(play.series)}`, unit: "seconds", levels: play.levels };
    case "runs":
      return {
        title: `rate of ${printPromql(play.series)}`,
        unit: unitArithmetic.perSecond(play.unit),
        levels: play.levels,
      };
    case "share": {
      const [part, rest] = [printPromql(play.part), printPromql(play.rest)];
      return { title: `share of ${part} beside ${rest}`, unit: "ratio", levels: play.levels };
    }
    case "quantile":
      return {
        title: `${play.quantile}-quantile of ${printPromql(play.buckets)}`,
        unit: play.unit,
        levels: play.levels,
      };
    case "restarts":
      return {
        title: `changes of ${printPromql(play.series)} from sample to sample`,
        unit: "count",
        levels: { ok: 0, limit: 0, firing: 1 },
      };
    case "grows":
      // A counter itself says nothing, and where a gauge starts may matter as much as what it grows by.
      return isCounter && play.from === undefined
        ? {
            title: `increase of ${printPromql(play.series)} in ${play.per}`,
            unit: play.unit,
            levels: play.levels,
          }
        : undefined;
    case "follows":
      return undefined;
  }
}
