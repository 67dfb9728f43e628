// Everything about metrics in one import.
export type { MetricReference } from "./expression/expression.ts";
export { counter, gauge, histogram, summary } from "./metric-definition.ts";
export type { MetricDefinition, MetricFacts, MetricType } from "./metric-definition.ts";
export { metricGroupOf, metricOf, type MetricGroup } from "./metric-group.ts";
export { metrics, type Handles } from "./metrics.ts";
export {
  everyJob,
  everyJobWith,
  jobsWithoutDownAlert,
  scrapeMetrics,
  type ScrapeMetrics,
} from "./scrape-metrics.ts";
