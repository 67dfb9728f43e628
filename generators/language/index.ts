// The words that definitions are written in: `import { alert, percent } from "signalbox"`.
export { alert, severity, type AlertDefinition, type Severity } from "./alert.ts";
export { defineConfig, type ProjectConfig } from "./config.ts";
export { compose, type Compose, type Container, type Containers } from "./compose.ts";
export { annotation, dashboard, row, type Dashboard } from "./dashboard.ts";
export { type Duration, type RuleDuration } from "./duration.ts";
export { everyRecording } from "./every-recording.ts";
export { number } from "./expression/number-before.ts";
export { allOf, anyOf, ratioOf, time, vector } from "./expression/standalone.ts";
export type { AlertCondition, ExprIn, InstantVector } from "./expression/expression.ts";
export { follows, grows, holds, quantile, restarts, runs, share, timeLeft } from "./given.ts";
export { asLabel, eachOf, jsonEndpoint, jsonFields, leftOut } from "./json-endpoint.ts";
export type { Labels } from "./label.ts";
export { linkedAlerts } from "./linked-alerts.ts";
export { logSource, type Logs } from "./logs.ts";
export { metrics } from "./metric.ts";
export { counter, gauge, histogram, summary } from "./metric-definition.ts";
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
export {
  barGauge,
  gaugePanel,
  heatmap,
  pieChart,
  stat,
  stateTimeline,
  table,
  text,
  timeSeries,
} from "./panel.ts";
export { platform, type Definitions, type Deployment, type Mail, type Platform } from "./platform.ts";
export { probe, probeModule } from "./probe.ts";
export { everyJob, everyJobWith, firingAlerts, jobsWithoutDownAlert } from "./prometheus-metrics.ts";
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
export { rawPanel } from "./raw-panel.ts";
export { query } from "./query.ts";
export { foreignRecording, recording } from "./recording.ts";
export {
  copyRoute,
  inhibition,
  receiver,
  route,
  timeInterval,
  type AlertMatch,
  type CopyRoute,
} from "./routing.ts";
export { ruleGroup } from "./rule-group.ts";
export { question, runbook } from "./runbook.ts";
export { scrapeJob } from "./scrape-job.ts";
export { secretFile } from "./secret.ts";
export { service, type Service } from "./service.ts";
export type { BurnAlerting } from "./slo/resolved-slo.ts";
export { failing } from "./slo/failing.ts";
export { slowerThan } from "./slo/slower-than.ts";
export { slo, type Slo } from "./slo/slo.ts";
export { timeIn } from "./slo/time-in.ts";
export { variable } from "./variable.ts";
export type { Word } from "./word.ts";
