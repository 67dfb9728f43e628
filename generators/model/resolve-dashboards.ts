import type { Annotation, Dashboard, Variable } from "../language/dashboard.ts";
import type { Link } from "../language/panel.ts";
import type { AnnotationModel, DashboardModel, VariableModel } from "./dashboard-model.ts";
import { resolveExpression, type DashboardSources, type Narrowed } from "./dashboards/resolve-expression.ts";
import { resolveRows } from "./dashboards/resolve-rows.ts";
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
  const { name, color, text, textMistake } = annotation;
  const { node, expr, analysis, place } = resolveExpression(annotation.expr, annotation.place, narrowed);
  return { name, node, expr, analysis, color, text, textMistake, place };
}

/** The variables of a dashboard. Each offers what is left by the choices before it, and none waits for one after it. */
function resolveVariables(
  variables: readonly Variable[],
  { catalogue, fill }: Pick<DashboardSources, "catalogue" | "fill">,
): VariableModel[] {
  return variables.map(({ name, title, of, label, multiple, place }, index) => {
    const before = { catalogue, fill, variables: variables.slice(0, index) };
    const { expr: selector, analysis } = resolveExpression(of, place, before);
    const query = `label_values(${selector}, ${label})`;
    return { name, title, query, selector, analysis, label, multiple, place };
  });
}

/** A link to another dashboard leads to its uid, which outlives its title and its folder, and takes the time along. */
function resolveLink(link: Link | Dashboard): Link {
  return "uid" in link ? { title: link.title, url: `/d/${link.uid}`, time: true } : link;
}
