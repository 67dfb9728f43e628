import type { Check, Explained } from "../check.ts";
import type { ProvenModel } from "../rule-tests/proven-model.ts";
import { alertsAreNotAlwaysMuted } from "./routing/alerts-are-not-always-muted.ts";
import { alertsHaveARuleTest } from "./alerts/alerts-have-a-rule-test.ts";
import { alertsHaveACondition } from "./alerts/alerts-have-a-condition.ts";
import { alertsHaveAPanel } from "./alerts/alerts-have-a-panel.ts";
import { alertsReachAReceiver } from "./routing/alerts-reach-a-receiver.ts";
import { annotationsAreTemplates } from "./alerts/annotations-are-templates.ts";
import { annotationsUseKeptLabels } from "./alerts/annotations-use-kept-labels.ts";
import { burnRatesAreReachable } from "./slo/burn-rates-are-reachable.ts";
import { computedStatisticsAreDeclared } from "./metrics/computed-statistics-are-declared.ts";
import { computedStatisticsAreNotAggregated } from "./promql/computed-statistics-are-not-aggregated.ts";
import { downAlertsSeeTheirJobs } from "./alerts/down-alerts-see-their-jobs.ts";
import { declaredPartsAreUsed } from "./stack/declared-parts-are-used.ts";
import { docsUrlIsOfThisProject } from "./texts/docs-url-is-of-this-project.ts";
import { expressionsAreValid } from "./promql/expressions-are-valid.ts";
import { hostPortsAreUnique } from "./stack/host-ports-are-unique.ts";
import { inhibitionsCanMatch } from "./routing/inhibitions-can-match.ts";
import { inhibitionsCompareLabelsThatExist } from "./routing/inhibitions-compare-labels-that-exist.ts";
import { joinsAreUnique } from "./promql/joins-are-unique.ts";
import { jsonFieldsAreSeries } from "./metrics/json-fields-are-series.ts";
import { logsCanBeShipped } from "./stack/logs-can-be-shipped.ts";
import { metricsAreUsed } from "./metrics/metrics-are-used.ts";
import { namesAreUnique } from "./texts/names-are-unique.ts";
import { namesInTextsExist } from "./texts/names-in-texts-exist.ts";
import { namesFollowConventions } from "./metrics/names-follow-conventions.ts";
import { noSecretValues } from "./texts/no-secret-values.ts";
import { neededPartsAreDeclared } from "./stack/needed-parts-are-declared.ts";
import { objectivesLeaveABudget } from "./slo/objectives-leave-a-budget.ts";
import { oneFailureFiresNothing } from "./slo/one-failure-fires-nothing.ts";
import { panelsDoNotOverlap } from "./dashboards/panels-do-not-overlap.ts";
import { panelsHaveOneUnit } from "./dashboards/panels-have-one-unit.ts";
import { placeholdersAreFilled } from "./texts/placeholders-are-filled.ts";
import { policyIsUsed } from "./routing/policy-is-used.ts";
import { rangesFitRetention } from "./promql/ranges-fit-retention.ts";
import { rateWindowsHoldFourScrapes } from "./promql/rate-windows-hold-four-scrapes.ts";
import { recordingsHaveARuleTest } from "./recordings/recordings-have-a-rule-test.ts";
import { recordingLevelsNameTheirLabels } from "./recordings/recording-levels-name-their-labels.ts";
import { recordingsAreFresh } from "./recordings/recordings-are-fresh.ts";
import { recordingsAreUsed } from "./recordings/recordings-are-used.ts";
import { referencesAreListed } from "./routing/references-are-listed.ts";
import { repeatIntervalsAreEffective } from "./routing/repeat-intervals-are-effective.ts";
import { routesCanMatch } from "./routing/routes-can-match.ts";
import { ruleLabelsSpareExternalLabels } from "./alerts/rule-labels-spare-external-labels.ts";
import { runbooksHaveAnAlert } from "./texts/runbooks-have-an-alert.ts";
import { selectorsArePinned } from "./promql/selectors-are-pinned.ts";
import { targetsAreInTheStack } from "./stack/targets-are-in-the-stack.ts";
import { textsAreWritten } from "./texts/texts-are-written.ts";
import { thresholdsAreKnown } from "./alerts/thresholds-are-known.ts";
import { thresholdsAreReachable } from "./alerts/thresholds-are-reachable.ts";
import { timeIntervalsArePossible } from "./routing/time-intervals-are-possible.ts";
import { valuesAreHumanised } from "./alerts/values-are-humanised.ts";

/** Every rule that definitions must keep; what they find is sorted by place, so their order means nothing. */
export const checks: readonly Check<ProvenModel>[] = [
  alertsAreNotAlwaysMuted,
  alertsHaveARuleTest,
  alertsHaveACondition,
  alertsHaveAPanel,
  alertsReachAReceiver,
  annotationsAreTemplates,
  annotationsUseKeptLabels,
  burnRatesAreReachable,
  computedStatisticsAreDeclared,
  computedStatisticsAreNotAggregated,
  downAlertsSeeTheirJobs,
  declaredPartsAreUsed,
  docsUrlIsOfThisProject,
  expressionsAreValid,
  hostPortsAreUnique,
  inhibitionsCanMatch,
  inhibitionsCompareLabelsThatExist,
  joinsAreUnique,
  jsonFieldsAreSeries,
  logsCanBeShipped,
  metricsAreUsed,
  namesAreUnique,
  namesFollowConventions,
  neededPartsAreDeclared,
  namesInTextsExist,
  objectivesLeaveABudget,
  oneFailureFiresNothing,
  panelsDoNotOverlap,
  panelsHaveOneUnit,
  placeholdersAreFilled,
  policyIsUsed,
  rangesFitRetention,
  rateWindowsHoldFourScrapes,
  recordingsHaveARuleTest,
  recordingLevelsNameTheirLabels,
  recordingsAreFresh,
  recordingsAreUsed,
  referencesAreListed,
  repeatIntervalsAreEffective,
  routesCanMatch,
  ruleLabelsSpareExternalLabels,
  runbooksHaveAnAlert,
  selectorsArePinned,
  targetsAreInTheStack,
  textsAreWritten,
  thresholdsAreKnown,
  thresholdsAreReachable,
  timeIntervalsArePossible,
  valuesAreHumanised,
];

/** What stands in the folders of the checks; one of them looks at the files that were made instead of the model. */
export const explained: readonly Explained[] = [...checks, noSecretValues];
