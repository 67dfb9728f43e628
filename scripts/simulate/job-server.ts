import type { JobKind } from "../../generators/language/jobs.ts";
import type { JobModelOf } from "../../generators/jobs/index.ts";
import type { MetricModel } from "../../generators/model/model.ts";
import { jsonRoute } from "./json-target.ts";
import { metricPage } from "./metric-page.ts";
import { probeRoute } from "./probe-routes.ts";
import { text, type Answer, type Route } from "./route.ts";
import { scrapeRoute, type RealPrograms } from "./scrape-route.ts";
import type { SimulatedTarget } from "./simulated-target.ts";

/** What the simulator serves for a kind of job. */
interface JobServer<K extends JobKind> {
  readonly route: (job: JobModelOf<K>, target: SimulatedTarget, more: Surroundings) => Route;
  /** What is answered in the place of an exporter that is not installed. */
  readonly withoutExporter: (target: SimulatedTarget, metrics: readonly MetricModel[]) => Promise<Answer>;
}

interface Surroundings {
  /** That the job's targets answer. */
  readonly metrics: readonly MetricModel[];
  /** The sample answer, of a kind that has one. */
  readonly sample: unknown;
  readonly real: RealPrograms;
}

const jobServers: { readonly [K in JobKind]: JobServer<K> } = {
  scrape: {
    route: (job, target, { metrics, real }) => scrapeRoute(job, target, metrics, real),
    withoutExporter: declaredMetrics,
  },
  json: {
    route: (job, target, { sample }) => jsonRoute(job, target, sample),
    withoutExporter: declaredMetrics,
  },
  probe: {
    route: (job, target) => probeRoute(job, target),
    // What a probe measures only the real exporter knows.
    withoutExporter: async () => text(503, "the blackbox exporter is not available"),
  },
};

/** What a target of a job answers. */
export function jobRoute<K extends JobKind>(
  job: JobModelOf<K>,
  target: SimulatedTarget,
  more: Surroundings,
): Route {
  return jobServers[job.kind].route(job, target, more);
}

/** What an exporter that is not installed would answer of a target, as far as that is known. */
export function answerWithoutExporter(
  kind: JobKind,
  target: SimulatedTarget,
  metrics: readonly MetricModel[],
): Promise<Answer> {
  return jobServers[kind].withoutExporter(target, metrics);
}

async function declaredMetrics(
  { series, world }: SimulatedTarget,
  metrics: readonly MetricModel[],
): Promise<Answer> {
  const declared = series.filter(({ isMeasured }) => !isMeasured);
  return text(200, await metricPage(metrics, declared, world.read).text());
}
