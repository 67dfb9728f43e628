import type { AlertDefinition } from "../language/alert.ts";
import { durationInMs } from "../language/duration.ts";
import { nodeOf, unitOf } from "../language/expression/expression.ts";
import { scenariosOf } from "../language/scenario.ts";
import type { Platform } from "../language/platform.ts";
import type { Service } from "../language/service.ts";
import { analyse } from "../promql/analysis.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import { printPromql } from "../promql/print.ts";
import { alertWords } from "./alert-words.ts";
import { comparePlace } from "../text/order.ts";
import { filledScenario, jobsIn, type FillIn } from "./fill-in.ts";
import { expressionPlace } from "./expression-place.ts";
import { expressionTree } from "./expression-tree.ts";
import type { AlertModel } from "./rule-model.ts";
import { alertsOf } from "./parts-of-service.ts";
import { thresholdOf } from "./threshold.ts";

/** The alerts of a service, the worst first, then as they stand in its files. */
export function resolveAlerts(
  service: Service,
  platform: Platform,
  catalogue: SeriesCatalogue,
  fill: FillIn,
): AlertModel[] {
  return alertsOf(service)
    .sort(([, a], [, b]) => a.severity.rank - b.severity.rank || comparePlace(a, b))
    .map(([name, alert]) => resolveAlert(name, alert, { service, platform, catalogue, fill }));
}

interface Surroundings {
  readonly service: Service;
  readonly platform: Platform;
  readonly catalogue: SeriesCatalogue;
  readonly fill: FillIn;
}

function resolveAlert(
  name: string,
  alert: AlertDefinition,
  { service, platform, catalogue, fill }: Surroundings,
): AlertModel {
  const node = fill(nodeOf(alert.expr));
  const expr = printPromql(node);
  const analysis = analyse(expr, catalogue);
  const threshold = thresholdOf(analysis);
  const unit = unitOf(alert.expr) === "none" ? analysis.type.unit : unitOf(alert.expr);
  return {
    kind: "alert",
    name,
    service: service.name,
    group: alert.group?.name ?? `${service.name}_alerts`,
    node: expressionTree(node, expr),
    expr,
    analysis,
    exprPlace: expressionPlace(node) ?? alert.place,
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
    annotations: {
      ...alertWords(alert, unit, threshold),
      impact: alert.impact,
      runbook_url: `${platform.docsUrl}/alerts/${name}.md`,
    },
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
