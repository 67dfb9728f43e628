import { levelMetricOperations, levelMistake } from "../reading/recording-level.ts";
import { saysNothing, type Check, type Finding } from "../../check.ts";
import type { Allowing } from "../../definition.ts";
import type { ForeignNames } from "../../language/metric-definition.ts";
import { partsOfService, serviceNamed } from "../../model/lookups.ts";
import type { MetricModel, Model } from "../../model/model.ts";

interface Convention {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly fix: string;
}

const sayForeign =
  'if another program chose the name, say so once for all its metrics: metrics(…, { … }, { foreignNames: "who names them" })';

const sayForeignRules =
  'if somebody else chose the names of this service\'s rules, say who: service(…, { foreignNames: "who names them" })';

const alertName: Convention = {
  kind: "alert",
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  fix: `name the export in CamelCase, such as TicketShopFailing; ${sayForeignRules}`,
};
const foreignAlertName: Convention = {
  kind: "alert",
  pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
  fix: "use letters, digits and _ only: files and links are named after it",
};
const counterName: Convention = {
  kind: "counter",
  pattern: /_total$/,
  fix: `end its name with _total, or declare it as a gauge if it can fall; ${sayForeign}`,
};
// Prometheus 3 takes any text as a name, and then asks for quotes wherever it is used.
const metricName: Convention = {
  kind: "metric",
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  fix: `use letters, digits and _ only; colons are for recordings; ${sayForeign}`,
};
const recordingName: Convention = {
  kind: "recording",
  pattern: levelMetricOperations,
  fix: `name it level:metric:operations, such as job:http_requests:rate5m; ${sayForeignRules}`,
};
// What is federated, or comes from another Prometheus, is named as recordings are.
const foreignName: Convention = {
  kind: "metric",
  pattern: /^[a-zA-Z_:][a-zA-Z0-9_:]*$/,
  fix: "use letters, digits, _ and : only; Prometheus needs quotes around other names, and signalbox writes none",
};
const labelName: Convention = {
  kind: "label",
  pattern: /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/,
  fix: "use letters, digits and _ only, and do not start with __",
};

/** Names read as Prometheus' own documentation asks for, but for those that somebody else chose. */
export const namesFollowConventions: Check = {
  id: "names-follow-conventions",
  why: "Names that follow Prometheus' conventions say how to query a series: _total is a counter, so take its rate. A name with other characters needs quotes in every query.",
  source: "https://prometheus.io/docs/practices/naming/",
  wrong: `
export const visits = metrics(api, {
  shop_visits: counter({ help: "Visits to the shop.", unit: "visits" }),
});
export const visitsPanel = timeSeries({
  title: "Visits",
  description: "Per second.",
  queries: [visits.shop_visits.rate("5m")],
});
`,
  right: `
export const visits = metrics(api, {
  shop_visits_total: counter({ help: "Visits to the shop.", unit: "visits" }),
});
export const visitsPanel = timeSeries({
  title: "Visits",
  description: "Per second.",
  queries: [visits.shop_visits_total.rate("5m")],
});
`,
  *find(model: Model): Iterable<Finding> {
    const { alerts, recordings, metrics, jobs } = model;
    for (const alert of alerts) {
      const isOthers = isForeign(alert, model);
      yield* against(alert, alert.name, isOthers ? foreignAlertName : alertName);
      if (alert.alertname !== alert.name && !isOthers) yield* against(alert, alert.alertname, alertName);
      yield* labelsAgainst(alert, alert.labels, `alert "${alert.name}"`);
    }
    for (const recording of recordings) {
      if (!isForeign(recording, model)) yield* against(recording, recording.name, recordingName);
    }
    for (const metric of metrics) {
      const { name, definition } = metric;
      const conventions = definition.foreignNames ? [foreignName] : conventionsOf(metric);
      for (const convention of conventions) yield* against(definition, name, convention);
      yield* labelsAgainst(definition, definition.labels, `metric "${name}"`);
    }
    for (const job of jobs) yield* labelsAgainst(job, job.labels, `job "${job.name}"`);
    yield* vainForeignNames(metrics);
    yield* vainForeignRules(model);
  },
};

/** Whether somebody else names the rules of its service. */
function isForeign({ service }: { readonly service: string }, model: Model): boolean {
  return serviceNamed(model, service)?.foreignNames !== undefined;
}

/** Services of which it is said that somebody else names their rules, and nobody need say it. */
function* vainForeignRules(model: Model): Iterable<Finding> {
  for (const service of model.services) {
    const { name, foreignNames } = service;
    if (foreignNames === undefined) continue;
    const { alerts, recordings } = partsOfService(model, name);
    const isNeeded =
      alerts.some(({ name, alertname }) => [name, alertname].some((one) => !alertName.pattern.test(one))) ||
      recordings.some((one) => !recordingName.pattern.test(one.name) || levelMistake(one) !== undefined);
    if (saysNothing(foreignNames)) {
      yield {
        definition: service,
        message: `foreignNames of service "${name}" has no reason`,
        fix: 'say who names its rules: foreignNames: "the mixin of node_exporter names them"',
      };
    } else if (!isNeeded) {
      yield {
        definition: service,
        message: `foreignNames of service "${name}" is set ("${foreignNames}"), but all its rules are named by the conventions`,
        fix: "remove `foreignNames`",
      };
    }
  }
}

/** What the author's own metric must keep. */
function conventionsOf({ definition }: MetricModel): Convention[] {
  return definition.type === "counter" ? [metricName, counterName] : [metricName];
}

/** Names that are said to be foreign and are like all others: it would hide the next mistake. */
function* vainForeignNames(metrics: readonly MetricModel[]): Iterable<Finding> {
  const groups = new Map<ForeignNames, MetricModel[]>();
  for (const metric of metrics) {
    const { foreignNames } = metric.definition;
    if (foreignNames) groups.set(foreignNames, [...(groups.get(foreignNames) ?? []), metric]);
  }
  for (const [foreign, group] of groups) {
    const definition = { place: foreign.place };
    if (saysNothing(foreign.reason)) {
      yield {
        definition,
        message: "foreignNames has no reason",
        fix: 'say who names them: foreignNames: "postgres_exporter names them"',
      };
    } else if (!group.some(needsIt)) {
      yield {
        definition,
        message: `foreignNames is set ("${foreign.reason}"), but all these names follow the conventions`,
        fix: "remove `foreignNames`",
      };
    }
  }
}

function needsIt(metric: MetricModel): boolean {
  const { name, definition } = metric;
  const countsToHundred = definition.quantiles?.some((quantile) => quantile > 1) ?? false;
  return countsToHundred || conventionsOf(metric).some(({ pattern }) => !pattern.test(name));
}

function* labelsAgainst(definition: Allowing, labels: object, owner: string): Iterable<Finding> {
  for (const label of Object.keys(labels)) yield* against(definition, label, labelName, ` of ${owner}`);
}

function* against(
  definition: Allowing,
  name: string,
  { kind, pattern, fix }: Convention,
  owner = "",
): Iterable<Finding> {
  if (pattern.test(name)) return;
  yield { definition, message: `${kind} "${name}"${owner} is not named as ${kind}s are`, fix };
}
