import type { Check, Explained, Finder } from "../check.ts";
import type { Definitions } from "../language/platform.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { alertsFireWhenItGetsWorse } from "./alerts/alerts-fire-when-it-gets-worse.ts";
import { alertsHaveACondition } from "./alerts/alerts-have-a-condition.ts";
import { alertsHaveAPanel } from "./alerts/alerts-have-a-panel.ts";
import { alertsHaveARuleTest } from "./alerts/alerts-have-a-rule-test.ts";
import { alertsKeepTheirIdentity } from "./alerts/alerts-keep-their-identity.ts";
import { alertsSeeNewTargets } from "./alerts/alerts-see-new-targets.ts";
import { annotationsAreTemplates } from "./alerts/annotations-are-templates.ts";
import { annotationsUseKeptLabels } from "./alerts/annotations-use-kept-labels.ts";
import { birthsAreHeard } from "./alerts/births-are-heard.ts";
import { downAlertsSeeTheirJobs } from "./alerts/down-alerts-see-their-jobs.ts";
import { gapsAreBridged } from "./alerts/gaps-are-bridged.ts";
import { guardsAreHeard } from "./alerts/guards-are-heard.ts";
import { levelsFitTheirUnit } from "./alerts/levels-fit-their-unit.ts";
import { resolvesAtIsMilder } from "./alerts/resolves-at-is-milder.ts";
import { ruleLabelsSpareExternalLabels } from "./alerts/rule-labels-spare-external-labels.ts";
import { scenariosCrossTheThreshold } from "./alerts/scenarios-cross-the-threshold.ts";
import { thresholdsAreKnown } from "./alerts/thresholds-are-known.ts";
import { thresholdsAreReachable } from "./alerts/thresholds-are-reachable.ts";
import { valuesAreHumanised } from "./alerts/values-are-humanised.ts";
import { recordingLabelsKeepSeriesApart } from "./recordings/recording-labels-keep-series-apart.ts";
import { recordingLevelsNameTheirLabels } from "./recordings/recording-levels-name-their-labels.ts";
import { recordingsAreFresh } from "./recordings/recordings-are-fresh.ts";
import { recordingsAreUsed } from "./recordings/recordings-are-used.ts";
import { recordingsHaveARuleTest } from "./recordings/recordings-have-a-rule-test.ts";
import { computedStatisticsAreDeclared } from "./metrics/computed-statistics-are-declared.ts";
import { declaredSeriesAreStored } from "./metrics/declared-series-are-stored.ts";
import { jsonFieldsAreSeries } from "./metrics/json-fields-are-series.ts";
import { labelsThatTellApartExist } from "./metrics/labels-that-tell-apart-exist.ts";
import { metricsAreUsed } from "./metrics/metrics-are-used.ts";
import { namesFollowConventions } from "./metrics/names-follow-conventions.ts";
import { computedStatisticsAreNotAggregated } from "./promql/computed-statistics-are-not-aggregated.ts";
import { expressionsAreValid } from "./promql/expressions-are-valid.ts";
import { instantReadsFindASample } from "./promql/instant-reads-find-a-sample.ts";
import { joinsAreUnique } from "./promql/joins-are-unique.ts";
import { joinsBearAddedLabels } from "./promql/joins-bear-added-labels.ts";
import { matchersFindSeries } from "./promql/matchers-find-series.ts";
import { rangesFitRetention } from "./promql/ranges-fit-retention.ts";
import { rateWindowsHoldFourScrapes } from "./promql/rate-windows-hold-four-scrapes.ts";
import { ratiosHaveAValue } from "./promql/ratios-have-a-value.ts";
import { rulesDoNotTellTheTime } from "./promql/rules-do-not-tell-the-time.ts";
import { rulesLookBackFromNow } from "./promql/rules-look-back-from-now.ts";
import { selectorsArePinned } from "./promql/selectors-are-pinned.ts";
import { windowsHoldTwoScrapes } from "./promql/windows-hold-two-scrapes.ts";
import { alertsAreNotAlwaysMuted } from "./routing/alerts-are-not-always-muted.ts";
import { alertsReachAReceiver } from "./routing/alerts-reach-a-receiver.ts";
import { heartbeatsOnlyStop } from "./routing/heartbeats-only-stop.ts";
import { inhibitionsCanMatch } from "./routing/inhibitions-can-match.ts";
import { inhibitionsCompareLabelsThatExist } from "./routing/inhibitions-compare-labels-that-exist.ts";
import { policyIsUsed } from "./routing/policy-is-used.ts";
import { referencesAreListed } from "./routing/references-are-listed.ts";
import { repeatIntervalsAreEffective } from "./routing/repeat-intervals-are-effective.ts";
import { repeatIntervalsFitRetention } from "./routing/repeat-intervals-fit-retention.ts";
import { routesGroupByLabelsThatExist } from "./routing/routes-group-by-labels-that-exist.ts";
import { routesCanMatch } from "./routing/routes-can-match.ts";
import { timeIntervalsArePossible } from "./routing/time-intervals-are-possible.ts";
import { activeAlertsLinkToTheirDashboard } from "./dashboards/active-alerts-link-to-their-dashboard.ts";
import { annotationsSeeEveryMoment } from "./dashboards/annotations-see-every-moment.ts";
import { panelsDoNotOverlap } from "./dashboards/panels-do-not-overlap.ts";
import { panelsHaveOneUnit } from "./dashboards/panels-have-one-unit.ts";
import { panelsSuitTheirQueries } from "./dashboards/panels-suit-their-queries.ts";
import { variablesAreKnown } from "./dashboards/variables-are-known.ts";
import { variablesFitTheirComparison } from "./dashboards/variables-fit-their-comparison.ts";
import { burnRatesAreReachable } from "./slo/burn-rates-are-reachable.ts";
import { objectivesLeaveABudget } from "./slo/objectives-leave-a-budget.ts";
import { oneFailureFiresNothing } from "./slo/one-failure-fires-nothing.ts";
import { slosAreHeardAtNight } from "./slo/slos-are-heard-at-night.ts";
import { declaredPartsAreUsed } from "./stack/declared-parts-are-used.ts";
import { hostPortsAreUnique } from "./stack/host-ports-are-unique.ts";
import { logFilesHaveOneSource } from "./stack/log-files-have-one-source.ts";
import { logsCanBeShipped } from "./stack/logs-can-be-shipped.ts";
import { neededPartsAreDeclared } from "./stack/needed-parts-are-declared.ts";
import { probesEndBeforeTheirScrape } from "./stack/probes-end-before-their-scrape.ts";
import { retentionSizeHoldsRanges } from "./stack/retention-size-holds-ranges.ts";
import { targetsAreInTheStack } from "./stack/targets-are-in-the-stack.ts";
import { docsUrlIsOfThisProject } from "./texts/docs-url-is-of-this-project.ts";
import { namesAreFileNames } from "./texts/names-are-file-names.ts";
import { namesAreUnique } from "./texts/names-are-unique.ts";
import { namesInTextsExist } from "./texts/names-in-texts-exist.ts";
import { noSecretValues } from "./texts/no-secret-values.ts";
import { notificationsFitTheirNotifier } from "./texts/notifications-fit-their-notifier.ts";
import { placeholdersAreFilled } from "./texts/placeholders-are-filled.ts";
import { runbooksHaveAnAlert } from "./texts/runbooks-have-an-alert.ts";
import { textsAreWritten } from "./texts/texts-are-written.ts";
import { textsOnlyInsertWords } from "./texts/texts-only-insert-words.ts";
import { timeZonesExist } from "./values/time-zones-exist.ts";
import { numbersAreFinite } from "./values/numbers-are-finite.ts";
import {
  textsHaveNoControlCharacters,
  writtenControlCharacters,
} from "./values/texts-have-no-control-characters.ts";

/** What is looked for, by the folder that it is in; the order of the folders is that of docs/checks/. */
const byFolder = {
  alerts: [
    alertsFireWhenItGetsWorse,
    alertsHaveACondition,
    alertsHaveAPanel,
    alertsHaveARuleTest,
    alertsKeepTheirIdentity,
    alertsSeeNewTargets,
    annotationsAreTemplates,
    annotationsUseKeptLabels,
    birthsAreHeard,
    downAlertsSeeTheirJobs,
    gapsAreBridged,
    guardsAreHeard,
    levelsFitTheirUnit,
    resolvesAtIsMilder,
    ruleLabelsSpareExternalLabels,
    scenariosCrossTheThreshold,
    thresholdsAreKnown,
    thresholdsAreReachable,
    valuesAreHumanised,
  ],
  recordings: [
    recordingLabelsKeepSeriesApart,
    recordingLevelsNameTheirLabels,
    recordingsAreFresh,
    recordingsAreUsed,
    recordingsHaveARuleTest,
  ],
  metrics: [
    computedStatisticsAreDeclared,
    declaredSeriesAreStored,
    jsonFieldsAreSeries,
    labelsThatTellApartExist,
    metricsAreUsed,
    namesFollowConventions,
  ],
  promql: [
    computedStatisticsAreNotAggregated,
    expressionsAreValid,
    instantReadsFindASample,
    joinsAreUnique,
    joinsBearAddedLabels,
    matchersFindSeries,
    rangesFitRetention,
    rateWindowsHoldFourScrapes,
    ratiosHaveAValue,
    rulesDoNotTellTheTime,
    rulesLookBackFromNow,
    selectorsArePinned,
    windowsHoldTwoScrapes,
  ],
  routing: [
    alertsAreNotAlwaysMuted,
    alertsReachAReceiver,
    heartbeatsOnlyStop,
    inhibitionsCanMatch,
    inhibitionsCompareLabelsThatExist,
    policyIsUsed,
    referencesAreListed,
    repeatIntervalsAreEffective,
    repeatIntervalsFitRetention,
    routesCanMatch,
    routesGroupByLabelsThatExist,
    timeIntervalsArePossible,
  ],
  dashboards: [
    activeAlertsLinkToTheirDashboard,
    annotationsSeeEveryMoment,
    panelsDoNotOverlap,
    panelsHaveOneUnit,
    panelsSuitTheirQueries,
    variablesAreKnown,
    variablesFitTheirComparison,
  ],
  slo: [burnRatesAreReachable, objectivesLeaveABudget, oneFailureFiresNothing, slosAreHeardAtNight],
  stack: [
    declaredPartsAreUsed,
    hostPortsAreUnique,
    logFilesHaveOneSource,
    logsCanBeShipped,
    neededPartsAreDeclared,
    probesEndBeforeTheirScrape,
    retentionSizeHoldsRanges,
    targetsAreInTheStack,
  ],
  texts: [
    docsUrlIsOfThisProject,
    namesAreFileNames,
    namesAreUnique,
    namesInTextsExist,
    notificationsFitTheirNotifier,
    noSecretValues,
    placeholdersAreFilled,
    runbooksHaveAnAlert,
    textsAreWritten,
    textsOnlyInsertWords,
  ],
  values: [textsHaveNoControlCharacters, timeZonesExist],
} satisfies Readonly<Record<string, readonly Check<TestedModel>[]>>;

/** Every rule that definitions must keep; what they find is sorted by place, so their order means nothing. */
export const checks: readonly Check<TestedModel>[] = Object.values(byFolder).flat();

/** Looked for before anything is made of the definitions: nothing can be made of what they find. */
export const checksOfValues: readonly Finder<Definitions>[] = [numbersAreFinite, writtenControlCharacters];

/** What there is to explain. What is looked for that early is not among those of a model. */
export const explainedByFolder: Readonly<Record<keyof typeof byFolder, readonly Explained[]>> = {
  ...byFolder,
  values: [numbersAreFinite, ...byFolder.values],
};

export const explained: readonly Explained[] = Object.values(explainedByFolder).flat();
