import { durationInMs } from "../../generators/language/duration.ts";
import type { Given } from "../../generators/language/given.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { givenMetrics } from "../../generators/rule-tests/setup.ts";
import { model } from "./live-stack.ts";
import { inhibitedAlerts, inhibitingAlerts } from "./recipients.ts";

/** One scenario of an alert that is to be played. */
export interface Piece {
  readonly alert: AlertModel;
  readonly scenarioIndex: number;
  /** Metrics that it plays. */
  readonly metrics: ReadonlySet<string>;
  /** Jobs of the targets that it plays on. */
  readonly jobs: ReadonlySet<string>;
}

/**
 * Each alert that does not fire by itself, by the scenario that takes the least time.
 *
 * What takes long comes first (objectives look back for the longest time), then whatever inhibits fewer others: orders that
 * mostly fail make the alert on orders that fail fire too, and people who know of that already would not be notified again.
 */
export function playlist(): Piece[] {
  const played = model.alerts.filter(({ scenarios }) => scenarios.some(({ given }) => given.length > 0));
  return played.map(pieceOf).sort(inOrder);
}

/**
 * The pieces that cannot be notified of by themselves: what they play on targets is what an alert plays that inhibits them.
 *
 * Time is bad or it is not, so a share of it that burns slowly cannot be held. That they fire and are inhibited is a test of its own.
 */
export function inhibitedByTheirOwn(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(({ alert, scenarioIndex }) =>
    pieces.some(
      (other) =>
        inhibitingAlerts(alert.name).includes(other.alert.name) &&
        JSON.stringify(onTargets(other)) === JSON.stringify(onTargets({ alert, scenarioIndex })),
    ),
  );
}

function onTargets({ alert, scenarioIndex }: Pick<Piece, "alert" | "scenarioIndex">): unknown {
  return alert.scenarios[scenarioIndex]?.onTargets?.firing ?? alert.name;
}

/** What the simulator calls the scenario of a piece: `HostDiskFilling:2` is the second of several. */
export function scenarioName({ alert, scenarioIndex }: Pick<Piece, "alert" | "scenarioIndex">): string {
  return scenarioIndex === 0 ? alert.name : `${alert.name}:${scenarioIndex + 1}`;
}

/** Whether two pieces would get into each other's way. */
export function disturb(one: Piece, other: Piece): boolean {
  return (
    inhibitingAlerts(one.alert.name).includes(other.alert.name) ||
    inhibitedAlerts(one.alert.name).includes(other.alert.name) ||
    (haveCommon(one.metrics, other.metrics) && haveCommon(one.jobs, other.jobs)) ||
    takesDown(one, other) ||
    takesDown(other, one)
  );
}

function pieceOf(alert: AlertModel): Piece {
  const waits = alert.scenarios.map(({ after }) => durationInMs(after ?? "0s") ?? 0);
  const scenarioIndex = waits.indexOf(Math.min(...waits));
  const scenario = alert.scenarios[scenarioIndex];
  if (scenario?.onTargets) return { alert, scenarioIndex, ...playedBy(scenario.onTargets.firing) };
  const signals = ruleTestOfAlert(alert, model).traces[scenarioIndex]?.series ?? [];
  return {
    alert,
    scenarioIndex,
    metrics: new Set(signals.map(({ metric }) => metric)),
    jobs: new Set(signals.flatMap(({ labels }) => labels["job"] ?? [])),
  };
}

/** Metrics and jobs that no rule test gives: it gives the recordings above them. */
function playedBy(givens: readonly Given[]): Pick<Piece, "metrics" | "jobs"> {
  const nodes = givens.flatMap((given) => {
    if (given.kind === "share") return [given.part, given.rest];
    return [given.kind === "quantile" ? given.buckets : given.series];
  });
  const matchers = nodes.flatMap((node) => (node.kind === "selector" ? node.matchers : []));
  const jobs = matchers.flatMap(({ name, op, value }) => (name === "job" && op === "=" ? [value] : []));
  return { metrics: givenMetrics(givens), jobs: new Set(jobs) };
}

function inOrder(one: Piece, other: Piece): number {
  return (
    Number(waits(other)) - Number(waits(one)) ||
    inhibitedAlerts(one.alert.name).length - inhibitedAlerts(other.alert.name).length ||
    (one.alert.name < other.alert.name ? -1 : 1)
  );
}

function waits({ alert, scenarioIndex }: Piece): boolean {
  const scenario = alert.scenarios[scenarioIndex];
  return scenario?.after !== undefined || scenario?.onTargets !== undefined;
}

const tellsWhetherIsUp = ["up", "probe_success"];

/** Whether it is its alert's first scenario and only holds values, so that it fires as soon as they were seen for long enough. */
export function onlyHolds({ alert, scenarioIndex }: Pick<Piece, "alert" | "scenarioIndex">): boolean {
  const { given = [], after, onTargets } = alert.scenarios[scenarioIndex] ?? {};
  return (
    scenarioIndex === 0 &&
    given.every(({ kind }) => kind === "holds") &&
    after === undefined &&
    onTargets === undefined
  );
}

/** A target that is down says nothing of anything else. */
export function takesDown(one: Piece, other: Piece): boolean {
  return tellsWhetherIsUp.some((metric) => one.metrics.has(metric)) && haveCommon(one.jobs, other.jobs);
}

function haveCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((item) => other.has(item));
}
