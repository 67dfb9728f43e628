import { listed } from "../text/listed.ts";
import { groupBy } from "../group-by.ts";
import { remembered } from "../remembered.ts";
import type { LabelMatcher } from "./tree.ts";
import type { LabelSpec } from "../language/label.ts";
import { acceptedBy, isList } from "./label-value.ts";
import type { CatalogueSeries } from "./series.ts";
import { hasVariable } from "./variable.ts";
import { suggestion } from "../text/suggestion.ts";

/** What a name and matchers on `job` lead to: series that are alike, or the reason why there are none. */
export type Lookup =
  | { readonly series: readonly CatalogueSeries[]; readonly complaint: undefined }
  | { readonly series: readonly []; readonly complaint: string };

export interface SeriesCatalogue {
  /** All series, in the order in which they were given. */
  readonly all: readonly CatalogueSeries[];
  /** Those that a job exports, in the same order. */
  readonly ofJob: (job: string) => readonly CatalogueSeries[];
  /**
   * The series of that name which the matchers on `job` let through, and which have the labels that other matchers want; what
   * values these want is not looked at.
   */
  readonly lookup: (name: string, matchers: readonly LabelMatcher[]) => Lookup;
}

/** Two jobs may export the same name; a selector then says which job it means, unless the series are alike but for their targets. */
export function seriesCatalogue(all: readonly CatalogueSeries[]): SeriesCatalogue {
  const byName = groupBy(all, (series) => series.name);
  const byMetric = groupBy(all, (series) => series.metric);
  const byJob = groupBy(all, (series) => series.job);
  return {
    all,
    ofJob: (job) => byJob.get(job) ?? [],
    lookup(name, matchers) {
      const named = byName.get(name);
      if (!named) return refuse(unknownName(name, byName, byMetric));
      const jobMatchers = matchers.filter((matcher) => matcher.name === "job");
      const series = recordedAs(ofJobs(named, jobMatchers), matchers);
      if (series.length === 0) return refuse(ofNoJob(name, named, jobMatchers));
      const idle = jobMatchers.find((matcher) => isIdle(matcher, named));
      if (idle) return refuse(excludesNothing(name, named, idle));
      const difference = differenceBetween(series);
      if (difference) return refuse(ambiguous(name, series, difference));
      return { series: thoseWithLabels(series, matchers), complaint: undefined };
    },
  };
}

/**
 * Those of the jobs that the matchers let through. Of what a job declares it is known better than of what any job may export; and who names
 * no job asks for what is declared of any, where something is.
 */
function ofJobs(
  named: readonly CatalogueSeries[],
  matchers: readonly LabelMatcher[],
): readonly CatalogueSeries[] {
  const { having, ofNone } = byJobOf(named);
  const exact = matchers.find(({ op }) => op === "=");
  const possible = exact ? having(exact.value) : ofNone.length > 0 ? ofNone : named;
  if (matchers.length === 0) return possible;
  const tests = matchers.map(acceptedBy);
  return possible.filter(({ job }) => job === undefined || tests.every((accepts) => accepts(job)));
}

const byJobOf = remembered((named: readonly CatalogueSeries[]) => {
  const byJob = groupBy(named, ({ job }) => job);
  const ofNone = byJob.get(undefined) ?? [];
  return { ofNone, having: (job: string) => byJob.get(job) ?? ofNone };
});

/**
 * Of several recordings of one name those that the matchers let through, by the labels of which each has one value; all, if none is: that
 * no series has such a value is a mistake of its own.
 */
function recordedAs(
  series: readonly CatalogueSeries[],
  matchers: readonly LabelMatcher[],
): readonly CatalogueSeries[] {
  if (matchers.length === 0 || series.length < 2 || !series.every(isRecorded)) return series;
  const found = series.filter(({ labels }) =>
    matchers.every((matcher) => {
      const value = onlyValue(labels.get(matcher.name));
      return value === undefined || hasVariable(matcher.value) || acceptedBy(matcher)(value);
    }),
  );
  return found.length > 0 ? found : series;
}

function isRecorded({ type }: CatalogueSeries): boolean {
  return type === "recorded";
}

function onlyValue(spec: LabelSpec | undefined): string | undefined {
  return spec !== undefined && isList(spec) && spec.length === 1 ? spec[0] : undefined;
}

/** A matcher that refuses the empty text wants a label: series that lack it are out, unless all do, which is a mistake of its own. */
function thoseWithLabels(
  series: readonly CatalogueSeries[],
  matchers: readonly LabelMatcher[],
): readonly CatalogueSeries[] {
  const wanted = matchers.filter((matcher) => matcher.name !== "job" && !acceptedBy(matcher)(""));
  const found = series.filter(
    ({ labels, anyLabels }) => anyLabels || wanted.every(({ name }) => labels.has(name)),
  );
  return found.length > 0 ? found : series;
}

/** Whether the matcher is meant to keep jobs out, and keeps out none: then it is misspelt, or out of date. */
function isIdle(matcher: LabelMatcher, named: readonly CatalogueSeries[]): boolean {
  const isNegative = matcher.op === "!=" || matcher.op === "!~";
  if (!isNegative || matcher.value === "") return false;
  const accepts = acceptedBy(matcher);
  // Series of no job in particular may have any: their labels are asked.
  return named.every(({ job }) => job !== undefined && accepts(job));
}

function excludesNothing(
  name: string,
  named: readonly CatalogueSeries[],
  { op, value }: LabelMatcher,
): string {
  return `{job${op}${JSON.stringify(value)}} leaves no job out; ${name} is exported by ${listed(jobsOf(named), "and")}`;
}

function refuse(complaint: string): Lookup {
  return { series: [], complaint };
}

function unknownName(
  name: string,
  byName: ReadonlyMap<string, readonly CatalogueSeries[]>,
  byMetric: ReadonlyMap<string, readonly CatalogueSeries[]>,
): string {
  const parts = [...new Set((byMetric.get(name) ?? []).map((series) => series.name))];
  if (parts.length > 0) return `'${name}' is not a series of its own: take ${listed(parts, "or")}`;
  return `unknown metric '${name}'${suggestion(name, byName.keys())}`;
}

function ofNoJob(name: string, named: readonly CatalogueSeries[], matchers: readonly LabelMatcher[]): string {
  const asked = matchers.map(({ op, value }) => `job${op}${JSON.stringify(value)}`).join(", ");
  return `no job of {${asked}} exports ${name}; ${listed(jobsOf(named), "and")} ${jobsOf(named).length === 1 ? "does" : "do"}`;
}

function ambiguous(name: string, series: readonly CatalogueSeries[], difference: string): string {
  if (series.every(isRecorded))
    return `${name} is recorded by several rules with other ${difference}; say which of them, as each has its own labels`;
  if (series.some(({ job }) => job === undefined))
    return `${name} is declared several times for any job, with other ${difference}: write one declaration, with the labels and the unit that it has`;
  const jobs = jobsOf(series);
  return `${name} is exported by ${listed(jobs, "and")} with other ${difference}; say which: {job="${jobs[0] ?? ""}"}`;
}

/** What it is that a selector of all of these could not be understood by. */
function differenceBetween(series: readonly CatalogueSeries[]): "types" | "units" | "labels" | undefined {
  const differ = (fact: (one: CatalogueSeries) => unknown): boolean => new Set(series.map(fact)).size > 1;
  if (differ(({ type }) => type)) return "types";
  if (differ(({ unit }) => unit) || differ(({ observed }) => observed)) return "units";
  // What targets add is as one likes: a label that only some have can be missing.
  const own = ({ labels, ofTarget = [] }: CatalogueSeries) =>
    [...labels.keys()].filter((name) => !ofTarget.includes(name));
  return differ((one) => own(one).sort().join()) ? "labels" : undefined;
}

function jobsOf(series: readonly CatalogueSeries[]): string[] {
  return [...new Set(series.map(({ job }) => job ?? "no job in particular"))].sort();
}
