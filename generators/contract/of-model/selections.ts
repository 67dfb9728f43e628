import { recordingsNamed } from "../../model/lookups.ts";
import { metricKey, metricsBehind } from "../../model/metrics-behind.ts";
import { recordingsRead } from "../../model/recordings-read.ts";
import type { Model } from "../../model/model.ts";
import type { RecordingModel } from "../../model/rule-model.ts";
import { aggregationNamed } from "../../promql/aggregations.ts";
import type { Analysis } from "../../promql/analysis.ts";
import type { Join, SelectorReference } from "../../promql/extraction.ts";
import { asksForAbsence } from "../../promql/functions.ts";
import { isOfEveryScrape } from "../../promql/robust/gaps.ts";
import { isSetOperator } from "../../promql/operators.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import type { Span } from "../../promql/tree.ts";
import { hasVariable } from "../../promql/variable.ts";
import { remembered } from "../../remembered.ts";
import type { Asking, Read, Role } from "../contract.ts";

/** How an expression reads one series of the catalogue, through recordings too; all names are those that are stored. */
export interface Selection extends Pick<Read, "role" | "newLabels"> {
  readonly series: CatalogueSeries;
  readonly matchers: readonly Asking[];
  readonly tellsApart: readonly string[];
  /** Labels that recordings on the way have set: what is asked of these is not asked of the metric. */
  readonly setOnTheWay: readonly string[];
}

/** What of a selection is known where it stands, before it is known what it selects. */
type Here = Omit<Selection, "series" | "setOnTheWay">;

type Recorded = Pick<Model, "recordings">;

/** Each series that an expression reads, in each of the ways in which it reads it. */
export function selectionsIn(analysis: Analysis, model: Recorded): readonly Selection[] {
  return selectionsAmong(model.recordings)(analysis);
}

/** Worked out once for each expression: a recording is read by many, and through others in many ways. */
const selectionsAmong = remembered((recordings: Model["recordings"]) => {
  const known = new Map<Analysis, readonly Selection[]>();
  const selectionsOf = (analysis: Analysis): readonly Selection[] => {
    const found = known.get(analysis);
    if (found) return found;
    // One that reads itself is a problem of its own.
    known.set(analysis, []);
    const selections = different(analysis.selectors.flatMap((selector) => ofSelector(analysis, selector)));
    known.set(analysis, selections);
    return selections;
  };
  const ofSelector = (analysis: Analysis, selector: SelectorReference): readonly Selection[] => {
    const read = recordingsRead({ recordings }, selector);
    if (read.length > 0) return read.flatMap((recording) => throughRecording(analysis, selector, recording));
    return selector.series.map((series) => ({
      ...hereOf(analysis, selector, series, { recordings }),
      ...{ series, setOnTheWay: [] },
    }));
  };
  const throughRecording = (analysis: Analysis, selector: SelectorReference, recording: RecordingModel) => {
    const [series] = selector.series;
    if (!series) return [];
    const here = hereOf(analysis, selector, series, { recordings });
    return selectionsOf(recording.analysis).map((inner) =>
      composed(here, inner, Object.keys(recording.labels)),
    );
  };
  return selectionsOf;
});

/** What is read of a recording, by whom reads that. */
function composed(here: Here, inner: Selection, labels: readonly string[]): Selection {
  const setOnTheWay = [...new Set([...labels, ...inner.setOnTheWay])];
  return {
    series: inner.series,
    role: heavier(here.role, inner.role),
    matchers: [...here.matchers.filter(({ name }) => !setOnTheWay.includes(name)), ...inner.matchers],
    tellsApart: [...new Set([...here.tellsApart, ...inner.tellsApart])],
    newLabels: inner.newLabels === "kept" ? here.newLabels : inner.newLabels,
    setOnTheWay,
  };
}

function different(selections: readonly Selection[]): readonly Selection[] {
  const keyed = selections.map((one) => {
    const matchers = [...new Map(one.matchers.map((matcher) => [JSON.stringify(matcher), matcher])).values()];
    const { name, job } = one.series;
    const { role, tellsApart, newLabels, setOnTheWay } = one;
    const key = JSON.stringify([name, job, role, matchers, tellsApart, newLabels, setOnTheWay]);
    return [key, { ...one, matchers }] as const;
  });
  return [...new Map(keyed).values()];
}

function hereOf(
  analysis: Analysis,
  selector: SelectorReference,
  series: CatalogueSeries,
  model: Recorded,
): Here {
  const own = selector.matchers.filter(({ value }) => !hasVariable(value));
  const grouped = analysis.aggregations.filter((one) => one.modifier === "by" && holds(one, selector));
  const joined = analysis.joins.filter((one) => holds(one, selector));
  return {
    role: roleIn(analysis, selector, model),
    matchers: own.map(({ name, op, value }): Asking => ({ name, op, value })),
    tellsApart: [
      ...grouped.flatMap(({ labels }) => labels),
      ...joined.flatMap(({ matching, group }) => [
        ...(matching.kind === "on" ? matching.labels : []),
        ...(group?.labels ?? []),
      ]),
    ],
    newLabels: newLabelsOf(analysis, selector, series),
  };
}

/** The lightest first. */
const roles: readonly Role[] = [
  "needed",
  "one of its own",
  "one of several",
  "keeps silent",
  "awaited missing",
];

function heavier(a: Role, b: Role): Role {
  return roles.indexOf(a) > roles.indexOf(b) ? a : b;
}

function roleIn({ functions, joins }: Analysis, selector: SelectorReference, model: Recorded): Role {
  if (functions.some((one) => asksForAbsence(one.name) && holds(one, selector))) return "awaited missing";
  const around = joins.filter((one) => holds(one, selector));
  if (around.some(({ op, right }) => op === "unless" && holds(right, selector))) return "keeps silent";
  const alternatives = around.filter(({ op }) => op === "or");
  if (alternatives.length === 0) return "needed";
  const others = alternatives.flatMap(({ left, right }) => (holds(left, selector) ? right : left).series);
  const [own, other] = [selector.series, others].map((series) => metricsOf(series, model));
  return other === "" || own === other ? "one of its own" : "one of several";
}

/** What series rest on, as one text; a constant, or what Prometheus writes of each scrape, only fills in for it. */
function metricsOf(series: readonly CatalogueSeries[], model: Recorded): string {
  const keys = series
    .filter(({ name }) => !isOfEveryScrape(name))
    .flatMap(({ type, name, job, metric }) =>
      type === "recorded"
        ? recordingsNamed(model, name).flatMap(({ analysis }) => metricsBehind(analysis, model))
        : [metricKey(job, metric)],
    )
    .filter((key) => !isOfEveryScrape(key.replace(/ of job .*/, "")));
  return [...new Set(keys)].sort().join();
}

/** What becomes of a label that is new on this series, seen from the whole expression. */
function newLabelsOf(analysis: Analysis, selector: Span, series: CatalogueSeries): Selection["newLabels"] {
  const isBroken = analysis.joins.some((join) => breaks(join, analysis, selector, series));
  if (isBroken) return "break a join";
  return isDropped(analysis, selector, undefined) ? undefined : "kept";
}

/** Whether something between the selector and this piece of the expression, or all of it, drops labels that it does not name. */
function isDropped(
  { aggregations, functions, joins }: Analysis,
  selector: Span,
  piece: Span | undefined,
): boolean {
  const isBetween = (one: Span) => holds(one, selector) && (piece === undefined || holds(piece, one));
  const drops = aggregations.some(
    (one) => one.modifier !== "without" && aggregationNamed(one.op)?.values !== "samples" && isBetween(one),
  );
  // What stands behind `and` and `unless` only decides.
  const decides = joins.some(
    (one) => (one.op === "and" || one.op === "unless") && holds(one.right, selector) && isBetween(one),
  );
  return drops || decides || functions.some((one) => asksForAbsence(one.name) && isBetween(one));
}

/** Whether a label that only one side has keeps the sides from fitting together. */
function breaks(join: Join, analysis: Analysis, selector: Span, { metric, job }: CatalogueSeries): boolean {
  const isLeft = holds(join.left, selector);
  if (!isLeft && !holds(join.right, selector)) return false;
  const [own, other] = isLeft ? [join.left, join.right] : [join.right, join.left];
  if (isDropped(analysis, selector, own)) return false;
  if (join.group?.side === (isLeft ? "left" : "right")) return false;
  if (isSetOperator(join.op) && (join.matching.kind === "on" || join.op === "or")) return false;
  return !other.series.some((one) => one.metric === metric && one.job === job);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
