// The words that definitions are written in: `import { alert, percent } from "signalbox"`.
export { alert, type AlertDefinition } from "./alert.ts";
export type { AlertMatch } from "./routing.ts";
export { asLabel } from "./json-endpoint.ts";
export { defineConfig, type ProjectConfig } from "./config.ts";
export { copyRoute, type CopyRoute } from "./routing.ts";
export { compose, type Compose, type Container, type Containers } from "./compose.ts";
export { annotation, dashboard, row, variable, type Dashboard } from "./dashboard.ts";
export type { Deployment } from "./platform.ts";
export { type Duration, type RuleDuration } from "./duration.ts";
export { allOf, anyOf, ratioOf } from "./expression/standalone.ts";
export type { AlertCondition, ExprIn, InstantVector } from "./expression/expression.ts";
export { time, vector } from "./expression/standalone.ts";
export { firingAlerts } from "./prometheus-metrics.ts";
export { inhibition } from "./routing.ts";
export { jsonEndpoint, jsonFields, leftOut } from "./json-endpoint.ts";
export type { Labels } from "./label.ts";
export { logSource } from "./logs.ts";
export { metrics } from "./metric.ts";
export { counter, gauge, histogram, summary } from "./metric-definition.ts";
export { everyJob, everyJobWith, jobsWithoutDownAlert } from "./prometheus-metrics.ts";
export type { Logs } from "./logs.ts";
export type { Mail } from "./platform.ts";
export {
  barGauge,
  gaugePanel,
  heatmap,
  pieChart,
  query,
  stat,
  stateTimeline,
  table,
  text,
  timeSeries,
} from "./panel.ts";
export {
  discord,
  email,
  msTeams,
  opsgenie,
  pagerDuty,
  slack,
  telegram,
  webhook,
  type Notifier,
  type NotifierKind,
} from "./notifier.ts";
export { platform, type Definitions, type Platform } from "./platform.ts";
export { follows, grows, holds, quantile, restarts, runs, share, timeLeft } from "./given.ts";
export { probe, probeModule } from "./probe.ts";
export { promql } from "./promql.ts";
export {
  bytes,
  bytesPerSecond,
  days,
  factor,
  gib,
  gigabytes,
  hours,
  kib,
  kilobytes,
  kilobytesPerSecond,
  megabytes,
  megabytesPerSecond,
  mib,
  mibPerSecond,
  minutes,
  ms,
  percent,
  ratio,
  seconds,
  type Quantity,
} from "./quantity.ts";
export { receiver } from "./routing.ts";
export { recording } from "./recording.ts";
export { route } from "./routing.ts";
export { ruleGroup } from "./rule-group.ts";
export { question, runbook } from "./runbook.ts";
export { scrapeJob } from "./scrape-job.ts";
export { secretFile } from "./secret.ts";
export { service, type Service } from "./service.ts";
export { severity, type Severity } from "./alert.ts";
export type { BurnAlerting } from "./slo/resolved-slo.ts";
export { failing } from "./slo/failing.ts";
export { slowerThan } from "./slo/slower-than.ts";
export { slo, type Slo } from "./slo/slo.ts";
export { timeIn } from "./slo/time-in.ts";
export { timeInterval } from "./routing.ts";
