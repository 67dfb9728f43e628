import type { Annotation, Dashboard } from "../language/dashboard.ts";
import type { Link } from "../language/link.ts";
import type { Variable } from "../language/variable.ts";
import type { AnnotationModel, DashboardModel, VariableModel } from "./dashboard-model.ts";
import { resolveExpression, type DashboardSources, type Narrowed } from "./dashboards/resolve-expression.ts";
import { slowestInterval } from "./dashboards/resolve-queries.ts";
import { resolveRows } from "./dashboards/resolve-rows.ts";
import { dashboardsOf } from "./parts-of-service.ts";

/** Says which alerts link to a dashboard, by its uid: worked out from all of them, as they are without knowing it. */
type LinkedTo = (dashboards: readonly DashboardModel[]) => (uid: string) => readonly string[];

/**
 * The dashboards of all services. It never fails: what is wrong with one is found by the checks.
 *
 * Those that show the alerts that link to them come last: an alert links to the dashboard that shows most of what it is about, which
 * is known when all panels are.
 */
export function resolveDashboards(sources: DashboardSources, linkedTo: LinkedTo): DashboardModel[] {
  const written = sources.services.flatMap((service) =>
    dashboardsOf(service).map((dashboard) => ({ dashboard, service: service.name })),
  );
  const resolved = written.map((one) => ({ ...one, model: resolveDashboard(one, [], sources) }));
  const unlinked = resolved.map(({ model }) => model);
  if (!unlinked.some(showsLinkedAlerts)) return unlinked;
  const linkedAlerts = linkedTo(unlinked);
  return resolved.map(({ model, ...one }) =>
    showsLinkedAlerts(model) ? resolveDashboard(one, linkedAlerts(model.uid), sources) : model,
  );
}

function showsLinkedAlerts({ rows }: DashboardModel): boolean {
  const queries = rows.flatMap(({ panels }) => panels.flatMap((panel) => panel.queries));
  return queries.some((query) => query.showsLinkedAlerts);
}

/** A dashboard, and the service whose it is. */
interface OwnDashboard {
  readonly dashboard: Dashboard;
  readonly service: string;
}

function resolveDashboard(
  { dashboard, service }: OwnDashboard,
  linkedAlerts: readonly string[],
  sources: DashboardSources,
): DashboardModel {
  const { uid, title, description, folder, tags = [], refresh, last, place, allow = {} } = dashboard;
  const { variables = [], annotations = [], links = [], rows } = dashboard;
  const { catalogue, fill } = sources;
  const narrowed = { catalogue, fill, variables, linkedAlerts };
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
    annotations: annotations.map((annotation) => resolveAnnotation(annotation, narrowed, sources)),
    links: links.map(resolveLink),
    rows: resolveRows(rows, narrowed, sources),
    place,
    allow,
  };
}

function resolveAnnotation(
  annotation: Annotation,
  narrowed: Narrowed,
  { jobs, platform }: Pick<DashboardSources, "jobs" | "platform">,
): AnnotationModel {
  const { name, color, text, textMistake } = annotation;
  const { node, expr, analysis, place } = resolveExpression(annotation.expr, annotation.place, narrowed);
  const interval = slowestInterval([{ analysis }], jobs, platform);
  return { name, node, expr, analysis, interval, color, text, textMistake, place };
}

/** The variables of a dashboard. Each offers what is left by the choices before it, and none waits for one after it. */
function resolveVariables(
  variables: readonly Variable[],
  { catalogue, fill }: Pick<DashboardSources, "catalogue" | "fill">,
): VariableModel[] {
  return variables.map((variable, index) => {
    const { name, title, of, label, multiple, all, first, order, matching, hidden, place } = variable;
    const before = { catalogue, fill, variables: variables.slice(0, index) };
    const { expr: selector, analysis } = resolveExpression(of, place, before);
    const query = `label_values(${selector}, ${label})`;
    const offered = { order, matching: matching && String(matching), hidden };
    return { name, title, query, selector, analysis, label, multiple, all, first, ...offered, place };
  });
}

/** A link to another dashboard leads to its uid, which outlives its title and its folder, and takes the time along. */
function resolveLink(link: Link | Dashboard): Link {
  return "uid" in link ? { title: link.title, url: `/d/${link.uid}`, time: true } : link;
}
