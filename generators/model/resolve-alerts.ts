import type { AlertDefinition, AlertText } from "../language/alert.ts";
import { durationInMs } from "../language/duration.ts";
import { nodeOf, unitOf } from "../language/expression/expression.ts";
import type { Labels } from "../language/label.ts";
import type { Place } from "../language/place.ts";
import { scenariosOf } from "../language/scenario.ts";
import type { Platform } from "../language/platform.ts";
import type { Service } from "../language/service.ts";
import { analyse } from "../promql/analysis.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import { expressionPlace, readingOf } from "../promql/reading.ts";
import { dashboardsOfAlert, dashboardUrl, type ShownPanel, shownPanels } from "./alert-relations.ts";
import { valueTemplate } from "../text/quantity.ts";
import { comparePlace } from "../text/order.ts";
import { filledScenario, jobsIn, type FillIn } from "./fill-in.ts";
import type { AlertModel } from "./rule-model.ts";
import type { Robust } from "../promql/robust/robust.ts";
import type { WrittenRule } from "./deployed.ts";
import { type AlertThreshold, thresholdOf } from "../promql/threshold.ts";
import { alertsOf } from "./parts-of-service.ts";
import type { Model } from "./model.ts";

/** What an alert fires by. Dashboards draw its threshold, so that it is known before the alert: which of them shows it is a part of that. */
export interface FiringCondition extends Pick<
  AlertModel,
  "name" | "service" | "group" | "node" | "expr" | "analysis" | "exprPlace" | "severity" | "threshold"
> {
  readonly definition: AlertDefinition;
  readonly place: Place;
}

interface AlertTexts {
  readonly summary: string;
  readonly description: string;
}

/** Of the alerts of a service, the worst first, then as they stand in its files. */
export function alertConditions(
  service: Service,
  catalogue: SeriesCatalogue,
  fill: FillIn,
): FiringCondition[] {
  return alertsOf(service)
    .sort(([, a], [, b]) => a.severity.rank - b.severity.rank || comparePlace(a, b))
    .map(([name, definition]) => {
      const { expr, group, severity, place } = definition;
      const written = fill(nodeOf(expr));
      const reading = readingOf(written);
      const analysis = analyse(reading, catalogue);
      return {
        name,
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

/** What else alerts are resolved from. */
interface AlertSources extends Pick<Model, "dashboards" | "recordings"> {
  readonly deployed: (rule: WrittenRule) => Robust;
  readonly platform: Platform;
  readonly fill: FillIn;
}

export function resolveAlerts(conditions: readonly FiringCondition[], sources: AlertSources): AlertModel[] {
  const shown = shownPanels(sources);
  return conditions.map((condition) => resolveAlert(condition, shown, sources));
}

function resolveAlert(
  condition: FiringCondition,
  shown: readonly ShownPanel[],
  { recordings, platform, fill, deployed }: AlertSources,
): AlertModel {
  const { definition, ...known } = condition;
  const { name, service, severity, threshold } = known;
  const [forMs, allow] = [durationInMs(definition.for) ?? 0, definition.allow ?? {}];
  const valueUnit = unitOfValue(condition);
  const found = dashboardsOfAlert(condition, shown, { recordings });
  // One of its own service, if there is one.
  const dashboard = found.find((one) => one.service === service) ?? found[0];
  return {
    kind: "alert",
    ...known,
    deployed: deployed({ ...known, forMs, allow }),
    component: definition.component,
    for: definition.for,
    forMs,
    keepFiringFor: definition.keepFiringFor,
    labels: { severity: severity.name, service, component: definition.component, ...definition.labels },
    ownLabels: definition.labels ?? {},
    annotations: {
      ...alertTexts(definition, valueUnit, threshold),
      impact: definition.impact,
      runbook_url: `${platform.docsUrl}/alerts/${name}.md`,
      ...(dashboard && { dashboard_url: dashboardUrl(dashboard, platform) }),
    },
    valueUnit,
    impact: definition.impact,
    actions: definition.actions,
    scenarios: scenariosOf(definition.scenario).map((scenario) => filledScenario(scenario, fill)),
    downOf: jobsIn(definition.downOf).map(({ job, place }) => ({ job, place })),
    equivalentMutants: definition.equivalentMutants ?? {},
    allow,
  };
}

/** From its type; when that does not say it, from the analysis. */
function unitOfValue({ definition, analysis }: FiringCondition): string {
  const own = unitOf(definition.expr);
  return own === "none" ? analysis.type.unit : own;
}

/** What stands for a threshold in the words of an alert that has none; `thresholds-are-known` finds it. */
export const noThreshold = "(no threshold)";

/** Summary and description as Prometheus' templates. */
export function alertTexts(
  { summary, description }: AlertDefinition,
  unit: string,
  threshold: AlertThreshold | undefined,
): AlertTexts {
  const words = {
    labels: labelTemplates(),
    value: valueTemplate(unit),
    threshold: threshold?.text ?? noThreshold,
  };
  const write = (text: AlertText<Labels>) => (typeof text === "string" ? text : text(words));
  return { summary: write(summary), description: write(description) };
}

/** Any label, as templates write it. The types let an author name only those that the series has. */
function labelTemplates(): Readonly<Record<string, string>> {
  return new Proxy<Record<string, string>>({}, { get: (_, label) => `{{ $labels.${String(label)} }}` });
}
