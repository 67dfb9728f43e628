import type { Annotation, Dashboard } from "../language/dashboard.ts";
import type { AnnotationModel, DashboardModel } from "./dashboard-model.ts";
import type { DashboardSources } from "./dashboards/dashboard-sources.ts";
import { resolveExpression, type Narrowed } from "./dashboards/resolve-expression.ts";
import { resolveLink } from "./dashboards/resolve-link.ts";
import { resolveRows } from "./dashboards/resolve-rows.ts";
import { resolveVariables } from "./dashboards/resolve-variables.ts";
import { dashboardsOf } from "./parts-of-service.ts";

/** The dashboards of all services. It never fails: what is wrong with one is found by the checks. */
export function resolveDashboards(sources: DashboardSources): DashboardModel[] {
  return sources.services.flatMap((service) =>
    dashboardsOf(service).map((dashboard) => resolveDashboard(dashboard, service.name, sources)),
  );
}

function resolveDashboard(dashboard: Dashboard, service: string, sources: DashboardSources): DashboardModel {
  const { uid, title, description, folder, tags = [], refresh, last, place, allow = {} } = dashboard;
  const { variables = [], annotations = [], links = [], rows } = dashboard;
  const { catalogue, fill } = sources;
  const narrowed = { catalogue, fill, variables };
  return {
    uid,
    service,
    title,
    description,
    folder,
    tags,
    refresh,
    last,
    variables: resolveVariables(variables, sources),
    annotations: annotations.map((annotation) => resolveAnnotation(annotation, narrowed)),
    links: links.map(resolveLink),
    rows: resolveRows(rows, narrowed, sources),
    place,
    allow,
  };
}

function resolveAnnotation(annotation: Annotation, narrowed: Narrowed): AnnotationModel {
  const { name, color, text } = annotation;
  const { expr, analysis, place } = resolveExpression(annotation.expr, annotation.place, narrowed);
  return { name, expr, analysis, color, text, place };
}
