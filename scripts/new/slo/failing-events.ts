import type { LabelSpec } from "../../../generators/language/label.ts";
import type { MetricDefinition } from "../../../generators/language/metric-definition.ts";
import { call, object, text } from "../../code/code.ts";
import { select } from "../alert/selected-metric.ts";
import type { KnownMetric } from "../find-metric.ts";
import type { Refused } from "../known-project.ts";
import type { IndicatorCode } from "./indicator-code.ts";

/**
 * Events that fail: those of a label of the metric, or those that it counts of another one.
 *
 * @param all counts all events; undefined: the metric itself does
 */
export function failingOf(
  metric: KnownMetric,
  all: KnownMetric | undefined,
  where: string | undefined,
): IndicatorCode | Refused {
  const why = whyNot(metric, all, where);
  if (why !== undefined) return { refused: why };
  const at = where?.indexOf("=") ?? -1;
  const bad = select(metric, where === undefined ? undefined : [where.slice(0, at), where.slice(at + 1)]);
  if ("refused" in bad) return bad;
  const of = all ?? metric;
  const options = object("", [
    { key: "of", value: of.handle },
    { key: "words", value: text(`of the ${wordFor(of.definition)} fail`) },
  ]);
  return {
    code: call("failing", [bad.selector, options]),
    words: ["failing"],
    // Where every third one fails it fires, and a share as small as the budget it leaves to the SLO.
    atNight: { ending: "OftenFail", wishes: { of: of.definition.name, where, above: "10%" } },
  };
}

function whyNot(
  { definition, labels: stored, handle, job }: KnownMetric,
  all: KnownMetric | undefined,
  where: string | undefined,
): string | undefined {
  const { name, labels } = definition;
  const other = [definition, all?.definition].find((one) => one !== undefined && one.type !== "counter");
  if (other) return `--of is for two counters, and ${other.name} is a ${other.type}.`;
  if (all?.handle === handle) return `${name} is the metric itself: leave --of out.`;
  if (all && all.job !== job)
    return `${name} and ${all.definition.name} are of two jobs, and an SLO is about one.`;
  const telling = Object.entries(labels).filter(([label, spec]) => tellsGoodFromBad(label, spec));
  if (where === undefined)
    return all ? undefined : `Say which of ${name} are the bad ones${howTo(definition, telling)}`;
  const label = where.slice(0, where.indexOf("="));
  const spec = stored[label];
  // What it does not have at all is refused with what it has.
  if (spec === undefined || tellsGoodFromBad(label, spec)) return undefined;
  return `${label} tells where ${name} happened, and not which of it was good or bad${howTo(definition, telling)}`;
}

/** Whether the label says how something ended, and not where it happened. */
function tellsGoodFromBad(label: string, spec: LabelSpec): boolean {
  return isOutcome.test(label) || (Array.isArray(spec) && spec.length > 1);
}

const isOutcome =
  /(?:^|_)(?:result|status|outcome|code|reason|error|err|success|successful|state|exit)(?:_|$)/;

function howTo(
  { name, labels }: MetricDefinition,
  telling: readonly (readonly [string, LabelSpec])[],
): string {
  if (telling.length > 0) {
    const ways = telling.map(([label, spec]) => `--where ${label}=${valuesOf(spec)}`);
    return `: such as ${ways.join(", ")}.`;
  }
  const names = Object.keys(labels);
  const none =
    names.length === 0 ? "it has no label that could" : `none of its labels does (${names.join(", ")})`;
  return `: ${none}. If it counts only bad events, name a counter of all of them: --of <metric>. If another one counts the good ones, an SLO cannot add them up; an alert can: signalbox new alert <Name> --metric ${name} --beside <metric>.`;
}

function valuesOf(spec: LabelSpec): string {
  return Array.isArray(spec) ? spec.join("|") : "<value>";
}

function wordFor({ unit }: MetricDefinition): string {
  return unit === "count" || unit === "none" ? "events" : unit;
}
