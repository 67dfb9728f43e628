import type { MetricType } from "../../../generators/language/metric-definition.ts";
import { addDefinition } from "../add-definition.ts";
import { call, type Code, named, object, text } from "../../code/code.ts";
import { camelCase, titleOf } from "../../code/names.ts";
import { openAnswer } from "../../code/open-answer.ts";
import { quantityCode } from "../../../generators/text/quantity-code.ts";
import type { ConditionWishes } from "../alert/condition.ts";
import { ofValue } from "../alert/of-gauge.ts";
import { ofState } from "../alert/of-state.ts";
import { select } from "../alert/selected-metric.ts";
import { findMetric, type KnownMetric } from "../find-metric.ts";
import { type KnownProject, type Refused, serviceNamed } from "../known-project.ts";
import { sourcesOf } from "../sources.ts";
import type { Planned } from "../planned.ts";
import { failingOf } from "./failing-events.ts";
import type { IndicatorCode } from "./indicator-code.ts";
import { alertAtNight } from "./alert-at-night.ts";
import { alertingOf } from "./slo-alerting.ts";
import type { SloWishes } from "./slo-wishes.ts";

/** What is to be written for a new SLO. */
export async function newSlo(
  name: string,
  wishes: SloWishes,
  known: KnownProject,
): Promise<Planned | Refused> {
  const slos = known.definitions.services.flatMap((service) => Object.values(service.slos ?? {}));
  if (slos.some(({ id }) => id === name)) return { refused: `There is an SLO ${name} already.` };
  const service = serviceNamed(wishes.service, known);
  if ("refused" in service) return service;
  if (wishes.metric === undefined)
    return { refused: "Say what it measures: --metric <name> of a counter, a histogram or a gauge." };
  const metric = await findMetric(wishes.metric, service, known, wishes.job);
  if ("refused" in metric) return metric;
  const all = wishes.of === undefined ? undefined : await findMetric(wishes.of, service, known, wishes.job);
  if (all && "refused" in all) return all;
  const indicator = all === undefined ? indicatorOn(metric, wishes) : failingOf(metric, all, wishes.where);
  if ("refused" in indicator) return indicator;
  const alerting = await alertingOf(known);
  if ("refused" in alerting) return alerting;
  const component = wishes.component ?? service.name;
  const parts = { component, indicator, alerting: alerting.exported.name };
  const code = sloCode(name, wishes.title ?? titleOf(name), parts);
  const needs = {
    words: ["slo", "percent", ...indicator.words],
    exports: [metric.exported, ...(all ? [all.exported] : []), alerting.exported],
  };
  const added = addDefinition(
    { part: "slos", name: camelCase(name), file: name, code, needs },
    service,
    sourcesOf(known.project),
  );
  if ("refused" in added) return added;
  const file = added.exported.file;
  const next = `Next: answer what is open in ${file}, and look at its objective, indicator and minimumTraffic; then build: npx signalbox build`;
  const files = [...added.files, ...alerting.files];
  if (indicator.atNight === undefined) return { files, notes: [next] };
  const heard = await alertAtNight(name, indicator.atNight, wishes, { known, files });
  return "refused" in heard ? heard : { files: heard.files, notes: [next, ...heard.notes] };
}

/** The SLO as code, with open answers where a person must say something. */
function sloCode(
  name: string,
  title: string,
  parts: { readonly component: string; readonly indicator: IndicatorCode; readonly alerting: string },
): Code {
  const { component, indicator, alerting } = parts;
  return named("slo", name, [
    { key: "title", value: text(title) },
    { key: "description", value: text(openAnswer("what is promised, to whom, and why not more?")) },
    { key: "impact", value: text(openAnswer("what do users notice when it is broken?")) },
    { key: "component", value: text(component) },
    { key: "objective", value: "percent(99)" },
    { key: "window", value: text("28d") },
    { key: "indicator", value: indicator.code },
    { key: "minimumTraffic", value: indicator.minimumTraffic ?? "0.05" },
    { key: "alerting", value: alerting },
  ]);
}

/** How the indicator on a metric of each type is made. */
const indicators: Readonly<
  Record<MetricType, (metric: KnownMetric, wishes: SloWishes) => IndicatorCode | Refused>
> = {
  counter: (metric, { where }) => failingOf(metric, undefined, where),
  histogram: ofHistogram,
  gauge: ofGauge,
  summary: ({ definition }) => ({
    refused: `${definition.name} is a summary, of which no share can be told: take a counter, a histogram or a gauge.`,
  }),
};

function indicatorOn(metric: KnownMetric, wishes: SloWishes): IndicatorCode | Refused {
  return indicators[metric.definition.type](metric, wishes);
}

function ofHistogram({ definition, handle }: KnownMetric, { above }: SloWishes): IndicatorCode | Refused {
  const { buckets = [], unit, name } = definition;
  const bound = above === undefined ? buckets[Math.floor((buckets.length - 1) / 2)] : Number(above);
  if (bound === undefined || !buckets.includes(bound))
    return { refused: `--above is one of the buckets of ${name}: ${buckets.join(", ")}.` };
  const than = quantityCode(bound, unit).code.replace(/^(\w+)\((.*)\)$/, "$2 $1");
  const words = text(`of the observations are above ${than}`);
  return {
    code: call("slowerThan", [handle, text(String(bound)), object("", [{ key: "words", value: words }])]),
    words: ["slowerThan"],
    atNight: { ending: "OftenSlow", wishes: { above: String(bound) } },
  };
}

function ofGauge(metric: KnownMetric, { above, below, where }: SloWishes): IndicatorCode | Refused {
  if (above === undefined && below === undefined)
    return {
      refused: `${metric.definition.name} is a gauge: say from which value on its time is bad, with --above or --below.`,
    };
  if (where !== undefined)
    return {
      refused: `${metric.definition.name} is a gauge: its time is told by --above or --below, without --where.`,
    };
  const selected = select(metric, undefined);
  if ("refused" in selected) return selected;
  const side = below === undefined ? "above" : "below";
  const { unit } = metric.definition;
  const own: ConditionWishes = { side, threshold: above ?? below, where: undefined };
  const condition =
    unit === "bool"
      ? ofState(selected, metric.handle, own)
      : ofValue({ ...selected, unit, series: metric.handle }, own);
  if ("refused" in condition) return condition;
  const { badState } = condition;
  const words = text(`of the time it is ${badState ?? `${side} ${above ?? below ?? ""}`}`);
  const entries = [
    { key: "of", value: metric.handle },
    { key: "words", value: words },
    { key: "scenario", value: condition.scenario },
  ];
  const items = call("timeIn", [condition.expr, object("", entries)]);
  // Nearly an instance: what is measured at all is measured all the time. With less, one bad evaluation would use up too much.
  return { code: items, minimumTraffic: "0.9", words: ["timeIn", ...condition.words] };
}
