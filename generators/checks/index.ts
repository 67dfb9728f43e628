import type { Check } from "../check.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { alertsAreNotAlwaysMuted } from "./alerts-are-not-always-muted.ts";
import { alertIsProven } from "./alert-is-proven.ts";
import { alertsHaveACondition } from "./alerts-have-a-condition.ts";
import { alertsHaveAPanel } from "./alerts-have-a-panel.ts";
import { alertsReachAReceiver } from "./alerts-reach-a-receiver.ts";
import { annotationsAreTemplates } from "./annotations-are-templates.ts";
import { annotationsUseKeptLabels } from "./annotations-use-kept-labels.ts";
import { burnRatesAreReachable } from "./burn-rates-are-reachable.ts";
import { computedStatisticsAreDeclared } from "./computed-statistics-are-declared.ts";
import { computedStatisticsAreNotAggregated } from "./computed-statistics-are-not-aggregated.ts";
import { downAlertsSeeTheirJobs } from "./down-alerts-see-their-jobs.ts";
import { declaredPartsAreUsed } from "./declared-parts-are-used.ts";
import { docsUrlIsOfThisProject } from "./docs-url-is-of-this-project.ts";
import { expressionsAreValid } from "./expressions-are-valid.ts";
import { hostPortsAreUnique } from "./host-ports-are-unique.ts";
import { inhibitionsCanMatch } from "./inhibitions-can-match.ts";
import { inhibitionsCompareLabelsThatExist } from "./inhibitions-compare-labels-that-exist.ts";
import { joinsAreUnique } from "./joins-are-unique.ts";
import { jsonFieldsAreSeries } from "./json-fields-are-series.ts";
import { logsCanBeShipped } from "./logs-can-be-shipped.ts";
import { metricsAreUsed } from "./metrics-are-used.ts";
import { namesAreUnique } from "./names-are-unique.ts";
import { namesInTextsExist } from "./names-in-texts-exist.ts";
import { namesFollowConventions } from "./names-follow-conventions.ts";
import { neededPartsAreDeclared } from "./needed-parts-are-declared.ts";
import { objectivesLeaveABudget } from "./objectives-leave-a-budget.ts";
import { oneFailureRingsNothing } from "./one-failure-rings-nothing.ts";
import { panelsDoNotOverlap } from "./panels-do-not-overlap.ts";
import { panelsHaveOneUnit } from "./panels-have-one-unit.ts";
import { placeholdersAreFilled } from "./placeholders-are-filled.ts";
import { policyIsUsed } from "./policy-is-used.ts";
import { rangesFitRetention } from "./ranges-fit-retention.ts";
import { rateWindowsHoldFourScrapes } from "./rate-windows-hold-four-scrapes.ts";
import { recordingIsProven } from "./recording-is-proven.ts";
import { recordingLevelsNameTheirLabels } from "./recording-levels-name-their-labels.ts";
import { recordingsAreFresh } from "./recordings-are-fresh.ts";
import { recordingsAreUsed } from "./recordings-are-used.ts";
import { referencesAreListed } from "./references-are-listed.ts";
import { repeatIntervalsAreEffective } from "./repeat-intervals-are-effective.ts";
import { routesCanMatch } from "./routes-can-match.ts";
import { ruleLabelsSpareExternalLabels } from "./rule-labels-spare-external-labels.ts";
import { runbooksHaveAnAlert } from "./runbooks-have-an-alert.ts";
import { selectorsArePinned } from "./selectors-are-pinned.ts";
import { targetsAreInTheStack } from "./targets-are-in-the-stack.ts";
import { textsAreWritten } from "./texts-are-written.ts";
import { thresholdsAreKnown } from "./thresholds-are-known.ts";
import { thresholdsAreReachable } from "./thresholds-are-reachable.ts";
import { timeIntervalsArePossible } from "./time-intervals-are-possible.ts";
import { valuesAreHumanised } from "./values-are-humanised.ts";

/** Every rule that definitions must keep; what they find is sorted by place, so their order means nothing. */
export const checks: readonly Check<TestedModel>[] = [
  alertsAreNotAlwaysMuted,
  alertIsProven,
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
  oneFailureRingsNothing,
  panelsDoNotOverlap,
  panelsHaveOneUnit,
  placeholdersAreFilled,
  policyIsUsed,
  rangesFitRetention,
  rateWindowsHoldFourScrapes,
  recordingIsProven,
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
