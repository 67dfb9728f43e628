import { jobNamed } from "../../model/lookups.ts";
import { everyJob } from "../../language/prometheus-metrics.ts";
import { holds } from "../../language/given.ts";
import type { Check, Finding } from "../../check.ts";
import type { JobModel } from "../../jobs/index.ts";
import type { TargetModel } from "../../jobs/job.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { asksForAbsence } from "../../promql/functions.ts";
import { readsOf, neededRecordings, selects, type Read } from "../../rule-tests/reads.ts";
import { eachSituation } from "../../series/given.ts";
import type { TestSeries } from "../../rule-tests/test-series.ts";
import { evaluate } from "../../promql/evaluate/evaluate.ts";
import { worldOfSeries } from "../../rule-tests/world-of-series.ts";
import { contains } from "../reading/spans.ts";

/**
 * An alert that says that it is of a job that is down looks at what shows that: at `up` of each of its targets, or for series of it
 * that are absent. Else nobody would be notified, since the alert on all other jobs leaves this one out.
 */
export const downAlertsSeeTheirJobs: Check = {
  id: "down-alerts-see-their-jobs",
  why: "When a job stops answering, all its series disappear except up, which is then 0. An alert that reads anything else stops firing exactly when the job is down.",
  source: "https://prometheus.io/docs/concepts/jobs_instances/",
  wrong: `
export const ShopDown = alert({
  ...rest,
  expr: orderRate.gt(5),
  downOf: api,
});
`,
  right: `
export const ShopDown = alert({
  ...rest,
  expr: api.up.eq(0),
  downOf: api,
  scenario: holds(api.up, { ok: 1, firing: 0 }),
});
export const upPanel = stat({ title: "Up", description: "1: it answers.", queries: [api.up] });
`,
  *find(model: Model): Iterable<Finding> {
    for (const alert of model.alerts) {
      for (const job of alert.downOf) yield* mistakesOf(alert, job, model);
    }
  },
};

function* mistakesOf(
  alert: AlertModel,
  wanted: AlertModel["downOf"][number],
  model: Model,
): Iterable<Finding> {
  const start = `alert "${alert.name}" is declared to fire when job "${wanted.job}" is down, but`;
  const job = jobNamed(model, wanted.job);
  const fix = `compare the job's up with 0, such as handle.up.eq(0), or remove the job from downOf`;
  if (!job) {
    const { file, line } = wanted.place;
    const message = `${start} no service exports that job, defined at ${file}:${line}`;
    yield {
      definition: alert,
      message,
      fix: "export it from the jobs of its service, or remove it from downOf",
    };
    return;
  }
  // A mistake in the expression is reported first.
  if (alert.analysis.diagnostics.length > 0) return;
  const unseen = job.targets.filter((target) => !sees(alert, job, target, model));
  if (unseen.length === job.targets.length) {
    const message = `${start} its expression reads neither up{job="${job.name}"} nor absent(…)`;
    yield { definition: alert, message, fix };
  } else if (unseen.length > 0) {
    const targets = unseen.map(({ written }) => written).join(", ");
    yield { definition: alert, message: `${start} it does not cover its target ${targets}`, fix };
  } else if (isSilentWhenDown(alert, job, model)) {
    const message = `${start} its expression returns nothing when up is 0 for all its targets`;
    yield { definition: alert, message, fix };
  }
}

/** Whether a target that is down shows in what the alert reads, through recordings too. */
function sees(alert: AlertModel, job: JobModel, target: TargetModel, model: Model): boolean {
  const reads = readsOf([alert, ...neededRecordings(alert, model, new Set())]);
  const up = { metric: "up", labels: labelsOf(job, target) };
  return reads.some((read) => {
    if (isLookedForAbsence(read)) return read.selector.series.some((one) => one.job === job.name);
    return read.selector.metric === up.metric && selects(read, up);
  });
}

function isLookedForAbsence({ rule, selector }: Read): boolean {
  const outside = rule.analysis.functions.filter((call) => contains(call, selector));
  return outside.some(({ name }) => asksForAbsence(name));
}

/** False where it fires, and where that is not known. */
function isSilentWhenDown(alert: AlertModel, job: JobModel, { recordings }: Model): boolean {
  const signals = job.targets.map((target) => downSignal(labelsOf(job, target)));
  const value = evaluate(alert.node, worldOfSeries(signals, "firing", recordings));
  return Array.isArray(value) && value.length === 0;
}

/** `up` is what is left of a target that is down. */
function downSignal(labels: Readonly<Record<string, string>>): TestSeries {
  const levels = { ok: 1, limit: 1, firing: 0 };
  return {
    metric: "up",
    labels,
    given: holds(everyJob.up, levels),
    part: "whole",
    isCounter: false,
    everyMs: 1,
    strideMs: 1,
    behaviour: eachSituation((situation) => ({ kind: "constant", value: levels[situation] })),
    start: 0,
    isTraffic: false,
  };
}

function labelsOf({ name, labels }: JobModel, { instance }: TargetModel): Record<string, string> {
  return { ...labels, job: name, instance };
}
