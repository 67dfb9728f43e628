import { durationInMs } from "../../../generators/language/duration.ts";
import type { SelectorNode } from "../../../generators/promql/tree.ts";
import type { Given } from "../../../generators/language/given.ts";
import type { Scenario } from "../../../generators/language/scenario.ts";
import type { Model } from "../../../generators/model/model.ts";
import { claimsOf, givenOnTargets, type Plan } from "../claims.ts";
import { fieldOf } from "../json-target.ts";
import { healthyPlan, scenarioPlan, type Stage } from "../plan.ts";
import { partsOfGiven } from "../given-part.ts";
import { scaledInterval } from "../speed.ts";
import type { SimulatedSeries } from "../series.ts";
import { withCalmSway } from "./calm-sway.ts";
import { firingPlan, type FiringPlan } from "./firing-plan.ts";
import { outlookOn, type Outlook, type OutlookOptions } from "./outlook.ts";
import { settled, type SettleOptions } from "./settle.ts";
import { unrestIn, unknownIn, type Unrest } from "./unrest.ts";
import { watchedRules, type WatchedRules } from "./watched-rules.ts";
import type { JobModel } from "../../../generators/jobs/index.ts";
import type { Motion } from "../motion.ts";
import { atRestOf } from "../../../generators/jobs/of-jobs.ts";

/** What all series do when all is well, and what changes when an alert is to fire. */
export interface Plans {
  readonly healthy: Plan;
  /** What Prometheus and probes measure that is not as it is by itself when all is well. */
  readonly acted: ReadonlySet<SimulatedSeries>;
  readonly firing: (scenario: Scenario) => FiringPlan;
  /** Alerts that fire though nothing is wrong, or may. */
  readonly unrest: readonly Unrest[];
}

export interface PlansOptions extends Stage {
  readonly model: Model;
}

// All may be well now, and not a while later: a moment comes nearer, and what grows does not stop.
const healthyMomentsMs = [0, 3_600_000];

/**
 * Plans with which no alert fires that nobody asked for: the rules are evaluated on what the series would do, and where one
 * fires, its series are changed until none does.
 */
export function settledPlans(options: PlansOptions): Plans {
  const { model, speed, startedMs } = options;
  const rules = watchedRules(model);
  const outlookOptions: OutlookOptions = {
    rules,
    speed,
    startedMs,
    momentsMs: healthyMomentsMs,
    everyMs: ({ everyMs }) => scaledInterval(everyMs, speed),
  };
  const wanted = withMeasured(healthyPlan(options), options);
  const start = outlookOn(wanted, outlookOptions);
  const settle = settleOptions(options, rules);
  const best = start.total > 0 ? settled(start, settle) : start;
  const healthy = withCalmSway(best);
  const unrest = [...unrestIn(best, start, outlookOptions, settle), ...unknownIn(best)];
  const acted = new Set(
    [...healthy.keys()].filter((one) => one.isMeasured && healthy.get(one) !== wanted.get(one)),
  );
  return { healthy, acted, unrest, firing: firingPlans(healthy, options, outlookOptions) };
}

/** What Prometheus measures itself does not depend on scenarios: the targets are up. */
function withMeasured(plan: Plan, { series, model }: PlansOptions): Plan {
  const jobs = new Map(model.jobs.map((job) => [job.name, job]));
  const measured = series.filter(({ isMeasured }) => isMeasured);
  return new Map([...plan, ...measured.map((one) => [one, measuredAtRest(one, jobs.get(one.job))] as const)]);
}

function settleOptions(options: PlansOptions, rules: WatchedRules): SettleOptions {
  const { model, speed } = options;
  const scenarios = model.alerts.flatMap((alert) => alert.scenarios);
  const examples = model.recordings.flatMap((recording) => recording.examples);
  const givens: Given[] = [
    ...scenarios.flatMap((one) => givenOnTargets(one, "ok")),
    ...examples.flatMap((one) => one.given),
  ];
  const said = new Set(
    model.alerts.flatMap(({ scenarios: [first] }) =>
      first ? [...claimsOf(first, "ok", options).keys()] : [],
    ),
  );
  return {
    givens,
    speed,
    selectors: selectorsOf(rules, givens),
    isSaid: (series) => said.has(series),
    isFixed: (series) => isWord(series, model),
  };
}

/** One of the texts that a JSON field may have: the series of one exists, those of the others do not. */
function isWord(series: SimulatedSeries, { jobs }: Model): boolean {
  const job = jobs.find(({ name }) => name === series.job);
  return job?.kind === "json" && fieldOf(series, job)?.textLabel !== undefined;
}

function selectorsOf({ alerts }: WatchedRules, givens: readonly Given[]): SelectorNode[] {
  const played = givens.flatMap((given) => partsOfGiven(given, "ok", 1).map(({ select }) => select));
  const all = [...alerts.flatMap(({ selectors }) => selectors), ...played];
  const selectors = all.flatMap((node) => (node.kind === "selector" ? [node] : []));
  return [...new Map(selectors.map((one) => [JSON.stringify([one.metric, one.matchers]), one])).values()];
}

function firingPlans(healthy: Plan, options: PlansOptions, outlookOptions: OutlookOptions) {
  const known = new Map<Scenario, FiringPlan>();
  const outlooks = new Map<number, Outlook>();
  const outlookAfter = (ms: number): Outlook => {
    const outlook = outlooks.get(ms) ?? outlookOn(healthy, { ...outlookOptions, momentsMs: [ms] });
    outlooks.set(ms, outlook);
    return outlook;
  };
  const alertOf = (scenario: Scenario) =>
    outlookOptions.rules.alerts.find(({ model }) => model.scenarios.includes(scenario));
  return (scenario: Scenario): FiringPlan => {
    const before = known.get(scenario);
    if (before) return before;
    const alert = alertOf(scenario);
    // It is looked at when it should fire at last.
    const afterMs = (durationInMs(scenario.after ?? scenario.within ?? "0s") ?? 0) / options.speed;
    const plan = alert
      ? firingPlan(scenario, alert, outlookAfter(afterMs), options)
      : { changes: scenarioPlan(scenario, options), fires: true, others: [] };
    known.set(scenario, plan);
    return plan;
  };
}

/** What Prometheus and exporters measure of simulated targets that are well. */
function measuredAtRest({ metric }: SimulatedSeries, job: JobModel | undefined): Motion {
  const own = job && atRestOf(job, metric);
  if (own === "missing") return { kind: "missing" };
  if (typeof own === "object") return { kind: "ahead", seconds: own.secondsAhead };
  return gauge(own ?? restOfAnyJob(metric));
}

function restOfAnyJob(metric: string): number {
  switch (metric) {
    case "up":
      return 1;
    case "scrape_samples_scraped":
    case "scrape_samples_post_metric_relabeling":
      return typicalSamples;
    default:
      return metric.endsWith("_seconds") ? shortSeconds : 0;
  }
}

// What is asked is on the same machine.
const shortSeconds = 0.004;
const typicalSamples = 100;

function gauge(value: number): Motion {
  return { kind: "linear", from: [value], perSecond: [0] };
}
