import { scaledPromql } from "../../../generators/promql/scale.ts";
import { scale } from "../live-stack.ts";
import { askPrometheus, type AnsweredSeries } from "./ask-prometheus.ts";
import type { AskedQuery } from "./asked-queries.ts";
import { fillIn, type Chosen } from "./fill-in.ts";

/** What a query was answered. */
export interface Answered {
  readonly query: AskedQuery;
  readonly series: readonly AnsweredSeries[];
  /** The moment up to which it was asked, and the distance of the points. */
  readonly toMs: number;
  readonly stepMs: number;
}

// Nothing is scraped more often.
const shortestStepMs = 1000;

// What is scraped once a second may come late on a busy machine.
const newestMs = 5000;

/** Asks a query as Grafana would, all its times divided by the speed of the stack. */
export async function askQuery(prometheus: string, query: AskedQuery, chosen: Chosen): Promise<Answered> {
  const { expr, times, isInstant } = query;
  const toMs = Date.now();
  const stepMs = Math.max(shortestStepMs, Math.round(times.intervalMs / scale.speed));
  const fromMs = toMs - Math.round(times.rangeMs / scale.speed);
  const asked = scaledPromql(fillIn(expr, times, chosen), scale.speed);
  const series = await askPrometheus(prometheus, asked, {
    fromMs,
    toMs,
    ...(isInstant ? {} : { stepMs }),
  });
  return { query, series, toMs, stepMs };
}

/** Whether there is a finite value anywhere in what is shown. */
export function hasData({ series }: Pick<Answered, "series">): boolean {
  return series.some(({ samples }) => samples.length > 0);
}

/** Whether there is a finite value now, and not only before. */
export function hasDataNow({ series, toMs, stepMs }: Answered): boolean {
  const sinceMs = toMs - Math.max(newestMs, 2 * stepMs);
  return series.some(({ samples }) => (samples.at(-1)?.atMs ?? 0) >= sinceMs);
}

/** The labels that its legend or its table shows, and that none of its series has. */
export function labelsMissing({ query, series }: Pick<Answered, "query" | "series">): string[] {
  return query.shownLabels.filter((name) => series.every(({ labels }) => !labels[name]));
}
