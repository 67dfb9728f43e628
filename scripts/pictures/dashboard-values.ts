import { durationInMs, formatDuration } from "../../generators/language/duration.ts";
import type { DashboardModel } from "../../generators/model/dashboard-model.ts";
import type { Model } from "../../generators/model/model.ts";
import type { QueryModel } from "../../generators/panels/panel-model.ts";
import type { DashboardValues, ShownSeries } from "../../generators/pictures/dashboard/values.ts";
import type { Piece, Point } from "../../generators/pictures/strip.ts";
import { evaluate } from "../../generators/promql/evaluate/evaluate.ts";
import type { EvaluationWorld } from "../../generators/promql/evaluate/world.ts";
import type { Node } from "../../generators/promql/tree.ts";
import { alertSeries } from "./alert-series.ts";
import { playedWorld, type Play } from "./played-world.ts";
import { withoutVariables } from "./without-variables.ts";

/** A picture is not wider than this many points need. */
const moments = 120;
/** Of the shown time, when the scenario begins to be played. */
const badShare = 0.75;

/** What the queries of a dashboard return over the time that it shows at first, while an alert begins to fire. */
export function dashboardValues(dashboard: DashboardModel, play: Omit<Play, "badMs">): DashboardValues {
  const toMs = durationInMs(dashboard.last) ?? 0;
  const stepMs = toMs / moments;
  const world = playedWorld({ ...play, badMs: badShare * toMs });
  const worlds = Array.from({ length: moments + 1 }, (_, index) => {
    const atMs = index * stepMs;
    return { atMs, world: withAlerts(world.at(atMs), () => alertSeries(play.model, world, atMs)) };
  });
  const windows = windowsOf(dashboard, play.model, stepMs);
  const panels = dashboard.rows.flatMap((row) => row.panels);
  const byPanel = panels.flatMap(({ id, queries }) => {
    const all = queries.map((query) =>
      seriesOf(query, withoutVariables(query.node, windows), worlds, stepMs),
    );
    const known = all.flatMap((series) => (series === undefined ? [] : [series]));
    // What is not known of one query is not known of the panel.
    return known.length < all.length ? [] : [[id, known.flat()] as const];
  });
  return { time: { fromMs: 0, toMs }, byPanel: new Map(byPanel) };
}

function withAlerts(
  world: EvaluationWorld,
  alerts: () => ReturnType<EvaluationWorld["seriesOf"]>,
): EvaluationWorld {
  return { ...world, seriesOf: (metric) => (metric === "ALERTS" ? alerts() : world.seriesOf(metric)) };
}

/** What Grafana would put in the place of its windows. */
function windowsOf(
  { last }: DashboardModel,
  { platform }: Model,
  stepMs: number,
): Readonly<Record<string, string>> {
  const scrapeMs = durationInMs(platform.prometheus.scrapeInterval) ?? stepMs;
  const interval = formatDuration(Math.max(1000, Math.round(stepMs / 1000) * 1000));
  const rate = formatDuration(Math.max(4 * scrapeMs, Math.round(stepMs / 1000) * 1000 + scrapeMs));
  return { $__interval: interval, $__rate_interval: rate, $__range: last };
}

interface MomentOfWorld {
  readonly atMs: number;
  readonly world: EvaluationWorld;
}

/** Undefined where it is not known what the query returns. */
function seriesOf(
  { refId, instant }: QueryModel,
  node: Node,
  worlds: readonly MomentOfWorld[],
  stepMs: number,
): ShownSeries[] | undefined {
  const found = new Map<string, { labels: ShownSeries["labels"]; points: Point[] }>();
  for (const { atMs, world } of instant ? worlds.slice(-1) : worlds) {
    const value = evaluate(node, world);
    if (value === undefined) return undefined;
    const elements = typeof value === "number" ? [{ labels: {}, value }] : value;
    for (const { labels, value: number } of elements) {
      if (!Number.isFinite(number)) continue;
      const key = JSON.stringify(Object.entries(labels).sort());
      const one = found.get(key) ?? { labels, points: [] };
      one.points.push({ atMs, value: number });
      found.set(key, one);
    }
  }
  return [...found.values()].map(({ labels, points }) => ({
    refId,
    labels,
    pieces: piecesOf(points, stepMs),
  }));
}

/** Joined points; where one is missing, a gap. */
function piecesOf(points: readonly Point[], stepMs: number): Piece[] {
  const pieces: Point[][] = [];
  for (const point of points) {
    const last = pieces.at(-1)?.at(-1);
    if (last && point.atMs - last.atMs <= 1.5 * stepMs) pieces.at(-1)?.push(point);
    else pieces.push([point]);
  }
  return pieces;
}
