import type { AlertDefinition } from "../language/alert.ts";
import { durationInMs } from "../language/duration.ts";
import { nodeOf, unitOf } from "../language/expression/expression.ts";
import type { Place } from "../language/place.ts";
import { openQuestion, scenariosOf } from "../language/scenario.ts";
import type { Platform } from "../language/platform.ts";
import type { Service } from "../language/service.ts";
import { analyse } from "../promql/analysis.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import { valueWithoutSeries } from "../promql/evaluate/without-series.ts";
import { expressionPlace, readingOf } from "../promql/reading.ts";
import { dashboardUrl, linkedDashboard, type ShownPanel, shownPanels } from "./alert-relations.ts";
import { comparePlace } from "../text/order.ts";
import { filledScenario, jobsIn, type FillIn } from "./fill-in.ts";
import { alertTexts } from "./alert-texts.ts";
import type { AlertModel } from "./rule-model.ts";
import type { Robust } from "../promql/robust/robust.ts";
import type { WrittenRule } from "./deployed.ts";
import { resolutionOf } from "./resolution.ts";
import { thresholdOf } from "../promql/threshold.ts";
import { alertsOf } from "./parts-of-service.ts";
import { recordedUnder } from "./lookups.ts";
import type { Model } from "./model.ts";

/** What an alert fires by. Dashboards draw its threshold, so that it is known before the alert: which of them shows it is a part of that. */
export interface FiringCondition extends Pick<
  AlertModel,
  | "name"
  | "alertname"
  | "service"
  | "group"
  | "node"
  | "expr"
  | "analysis"
  | "exprPlace"
  | "severity"
  | "threshold"
> {
  readonly definition: AlertDefinition;
  readonly place: Place;
}

/** Of the alerts of a service, the worst first, then as they stand in its files; what was made because of them comes after them. */
export function alertConditions(
  service: Service,
  catalogue: SeriesCatalogue,
  fill: FillIn,
): FiringCondition[] {
  return alertsOf(service)
    .sort(
      ([, a], [, b]) =>
        a.severity.rank - b.severity.rank || Number(isGuard(a)) - Number(isGuard(b)) || comparePlace(a, b),
    )
    .map(([name, definition]) => {
      const { expr, group, severity, place } = definition;
      const written = fill(nodeOf(expr));
      const reading = readingOf(written);
      const analysis = analyse(reading, catalogue);
      return {
        name,
        alertname: definition.named ?? name,
        service: service.name,
        group: group?.name ?? `${service.name}_alerts`,
        // What cannot be read is a problem of its own.
        node: reading.node ?? written,
        expr: reading.expr,
        analysis,
        exprPlace: expressionPlace(written) ?? place,
        severity,
        threshold: thresholdOf(analysis),
        definition,
        place,
      };
    });
}

function isGuard({ guardOf }: AlertDefinition): boolean {
  return guardOf !== undefined;
}

/** One that is not yet told apart from others of its name. */
type NamedAlert = Omit<AlertModel, "id">;

/** What else alerts are resolved from. */
interface AlertSources extends Pick<Model, "dashboards" | "recordings"> {
  readonly deployed: (rule: WrittenRule) => Robust;
  readonly platform: Platform;
  readonly fill: FillIn;
}

export function resolveAlerts(conditions: readonly FiringCondition[], sources: AlertSources): NamedAlert[] {
  const shown = shownPanels(sources);
  return conditions.map((condition) => resolveAlert(condition, shown, sources));
}

function resolveAlert(
  condition: FiringCondition,
  shown: readonly ShownPanel[],
  { recordings, platform, fill, deployed }: AlertSources,
): NamedAlert {
  const { definition, ...known } = condition;
  const { name, threshold, analysis } = known;
  const [forMs, allow] = [durationInMs(definition.for) ?? 0, definition.allow ?? {}];
  const valueUnit = unitOfValue(condition);
  const words = { unit: valueUnit, threshold, labels: analysis.type.labels };
  const { texts, mistakes } = alertTexts(definition, words);
  const dashboard = linkedDashboard(condition, shown, { recordings });
  const labels = labelsOf(condition);
  const resolution = resolutionOf(definition, { ...known, labels, valueUnit });
  return {
    kind: "alert",
    ...known,
    deployed: deployed({ ...known, forMs, allow, resolution }),
    component: definition.component,
    for: definition.for,
    forMs,
    keepFiringFor: definition.keepFiringFor,
    resolution,
    labels,
    ownLabels: definition.labels ?? {},
    annotations: { ...texts, impact: definition.impact, ...linksOf(name, dashboard, platform) },
    textMistakes: mistakes,
    valueUnit,
    impact: definition.impact,
    actions: definition.actions,
    whenMissing: whenMissing(condition, recordings),
    ...provenBy(definition, fill),
    guardOf: definition.guardOf,
    downOf: jobsIn(definition.downOf).map(({ job, place }) => ({ job, place })),
    equivalentMutants: definition.equivalentMutants ?? {},
    allow,
  };
}

/** Where to read on. */
function linksOf(name: string, dashboard: ReturnType<typeof linkedDashboard>, platform: Platform) {
  return {
    runbook_url: `${platform.docsUrl}/alerts/${name}.md`,
    ...(dashboard && { dashboard_url: dashboardUrl(dashboard, platform) }),
  };
}

function labelsOf({ definition: { component, labels }, severity, service }: FiringCondition) {
  return { severity: severity.name, service, component, ...labels };
}

function provenBy({ scenario }: AlertDefinition, fill: FillIn): Pick<AlertModel, "scenarios" | "open"> {
  const scenarios = scenariosOf(scenario).map((one) => filledScenario(one, fill));
  return { scenarios, open: openQuestion(scenario) };
}

/** As its expression has it; where that is not known, as its author says. */
function whenMissing(
  { node, definition }: FiringCondition,
  recordings: AlertSources["recordings"],
): AlertModel["whenMissing"] {
  const value = valueWithoutSeries(node, (name) => recordedUnder({ recordings }, name));
  if (Array.isArray(value)) return value.length > 0 ? "firing" : "silent";
  const said = scenariosOf(definition.scenario).flatMap((scenario) => scenario.whenMissing ?? []);
  return said.includes("firing") ? "firing" : "silent";
}

/** From its type; when that does not say it, from the analysis. */
function unitOfValue({ definition, analysis }: FiringCondition): string {
  const own = unitOf(definition.expr);
  return own === "none" ? analysis.type.unit : own;
}
