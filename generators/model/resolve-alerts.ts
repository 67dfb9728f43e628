import type { AlertDefinition, AlertText } from "../language/alert.ts";
import { durationInMs } from "../language/duration.ts";
import { nodeOf, unitOf } from "../language/expression/expression.ts";
import type { Labels } from "../language/label.ts";
import { scenariosOf } from "../language/scenario.ts";
import type { Platform } from "../language/platform.ts";
import type { Service } from "../language/service.ts";
import { analyse } from "../promql/analysis.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import { expressionPlace, readingOf } from "../promql/reading.ts";
import { dashboardsOfAlert, dashboardUrl, shownPanels } from "./alert-relations.ts";
import { valueTemplate } from "../text/quantity.ts";
import { comparePlace } from "../text/order.ts";
import { filledScenario, jobsIn, type FillIn } from "./fill-in.ts";
import type { AlertModel } from "./rule-model.ts";
import { type AlertThreshold, thresholdOf } from "../promql/threshold.ts";
import { alertsOf } from "./parts-of-service.ts";
import type { Model } from "./model.ts";

/** An alert before it is known which dashboard shows it: dashboards draw the thresholds of alerts, and so come after them. */
export type AlertRule = Omit<AlertModel, "annotations"> & { readonly texts: AlertTexts };

interface AlertTexts {
  readonly summary: string;
  readonly description: string;
}

/** The alerts of a service, the worst first, then as they stand in its files. */
export function alertRules(service: Service, catalogue: SeriesCatalogue, fill: FillIn): AlertRule[] {
  return alertsOf(service)
    .sort(([, a], [, b]) => a.severity.rank - b.severity.rank || comparePlace(a, b))
    .map(([name, alert]) => alertRule(name, alert, { service, catalogue, fill }));
}

/** The alerts with their annotations: what they say, and the pages that they lead to. */
export function resolveAlerts(
  rules: readonly AlertRule[],
  model: Pick<Model, "dashboards" | "recordings">,
  platform: Platform,
): AlertModel[] {
  const shown = shownPanels(model);
  return rules.map(({ texts, ...rule }) => {
    const found = dashboardsOfAlert(rule, shown, model);
    // One of its own service, if there is one.
    const dashboard = found.find(({ service }) => service === rule.service) ?? found[0];
    const annotations = {
      ...texts,
      impact: rule.impact,
      runbook_url: `${platform.docsUrl}/alerts/${rule.name}.md`,
      ...(dashboard && { dashboard_url: dashboardUrl(dashboard, platform) }),
    };
    return { ...rule, annotations };
  });
}

interface Surroundings {
  readonly service: Service;
  readonly catalogue: SeriesCatalogue;
  readonly fill: FillIn;
}

function alertRule(
  name: string,
  alert: AlertDefinition,
  { service, catalogue, fill }: Surroundings,
): AlertRule {
  const written = fill(nodeOf(alert.expr));
  const reading = readingOf(written);
  const analysis = analyse(reading, catalogue);
  const threshold = thresholdOf(analysis);
  const unit = unitOf(alert.expr) === "none" ? analysis.type.unit : unitOf(alert.expr);
  return {
    kind: "alert",
    name,
    service: service.name,
    group: alert.group?.name ?? `${service.name}_alerts`,
    // What cannot be read is a problem of its own.
    node: reading.node ?? written,
    expr: reading.expr,
    analysis,
    exprPlace: expressionPlace(written) ?? alert.place,
    severity: alert.severity,
    component: alert.component,
    for: alert.for,
    forMs: durationInMs(alert.for) ?? 0,
    keepFiringFor: alert.keepFiringFor,
    labels: {
      severity: alert.severity.name,
      service: service.name,
      component: alert.component,
      ...alert.labels,
    },
    texts: alertTexts(alert, unit, threshold),
    impact: alert.impact,
    actions: alert.actions,
    threshold,
    scenarios: scenariosOf(alert.scenario).map((scenario) => filledScenario(scenario, fill)),
    downOf: jobsIn(alert.downOf),
    definition: alert,
    place: alert.place,
    allow: alert.allow ?? {},
  };
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
