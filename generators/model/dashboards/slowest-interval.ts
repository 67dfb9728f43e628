import type { Platform } from "../../language/platform.ts";
import { durationInMs } from "../../language/duration.ts";
import type { QueryModel } from "../dashboard-model.ts";
import type { JobModel } from "../../jobs/index.ts";

/**
 * How often the slowest job of these queries is scraped, when that is more seldom than the platform's interval.
 *
 * Grafana makes `$__rate_interval` four scrapes of the data source's interval; of a slower job that is less than two
 * samples, and `rate()` gives nothing. A panel that knows the job's interval gets it right.
 */
export function slowestInterval(
  queries: readonly QueryModel[],
  jobs: readonly JobModel[],
  { prometheus }: Platform,
): string | undefined {
  const asked = new Set(
    queries.flatMap(({ analysis }) =>
      analysis.selectors.flatMap(({ series }) => series.map(({ job }) => job)),
    ),
  );
  const usual = durationInMs(prometheus.scrapeInterval) ?? 0;
  const slower = jobs.filter(({ name, everyMs }) => asked.has(name) && everyMs > usual);
  return slower.sort((a, b) => b.everyMs - a.everyMs)[0]?.every;
}
