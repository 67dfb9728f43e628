import { slosOnDashboard } from "../../../model/lookups.ts";
import type { Model } from "../../../model/model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { dashboardUrl, panelsOfAlert, type ShownPanel } from "../../../model/alert-relations.ts";
import { bulletList, foldedBlock, link } from "../../../text/markdown.ts";
import { panelUrl, thingsNamedBy } from "../named-things.ts";
import type { NamesIn } from "../readable-text.ts";

/** Where an author drew no threshold, this many panels are shown before the others are folded. */
const mostShown = 4;

/**
 * The panels that show what an alert looks at, each with the address at which Grafana shows it alone.
 *
 * First those that draw its threshold, and only if there are none, the first others; what is left is folded. The panels of a
 * service-level objective are for the alerts of that objective.
 */
export function dashboardsSection(alert: AlertModel, shown: readonly ShownPanel[], model: Model): string[] {
  const { first, others } = listedPanels(alert, shown, model);
  if (first.length === 0) return ["No dashboard shows what this alert is based on."];
  return [
    panelLinks(first, model),
    ...(first.some((one) => draws(one, alert)) ? ["The threshold is drawn in."] : []),
    ...(others.length === 0
      ? []
      : [foldedBlock(`${others.length} more of the same series`, panelLinks(others, model))]),
  ];
}

/** What the texts of an alert may name, the panels that its card lists before all others. */
export function namedOnCard(alert: AlertModel, shown: readonly ShownPanel[], model: Model): NamesIn {
  const { name, service } = alert;
  const { first, others } = listedPanels(alert, shown, model);
  const mayMean = (one: ShownPanel) => isForAlert(one, alert, model);
  const owner = { name, service, listed: [...first, ...others], mayMean, toDocs: ".." };
  return thingsNamedBy(owner, shown, model);
}

interface ListedPanels {
  readonly first: readonly ShownPanel[];
  readonly others: readonly ShownPanel[];
}

function listedPanels(alert: AlertModel, shown: readonly ShownPanel[], model: Model): ListedPanels {
  const found = panelsOfAlert(alert, shown, model).filter((one) => isForAlert(one, alert, model));
  const drawing = found.filter((one) => draws(one, alert));
  const first = drawing.length > 0 ? drawing : found.slice(0, mostShown);
  return { first, others: found.filter((one) => !first.includes(one)) };
}

function draws({ panel }: ShownPanel, { name }: AlertModel): boolean {
  return panel.alerts.some((alert) => alert.name === name);
}

/** The dashboard of objectives has a row for each; a panel of the author's own may draw an alert anywhere. */
function isForAlert(one: ShownPanel, alert: AlertModel, model: Pick<Model, "slos">): boolean {
  const ofSlos = slosOnDashboard(model, one.dashboard.uid);
  if (ofSlos.length === 0 || draws(one, alert)) return true;
  return ofSlos.some(
    ({ alerts, row }) =>
      alerts.includes(alert.name) &&
      one.dashboard.rows.some(({ title, panels }) => title === row && panels.includes(one.panel)),
  );
}

/** A line for each dashboard. */
function panelLinks(found: readonly ShownPanel[], model: Model): string {
  const dashboards = [...new Set(found.map(({ dashboard }) => dashboard))];
  return bulletList(
    dashboards.map((dashboard) => {
      const url = dashboardUrl(dashboard, model.platform);
      const own = found.filter((one) => one.dashboard === dashboard);
      const panels = own.map(({ panel: { id, title } }) =>
        link(title === "" ? `panel ${id}` : title, panelUrl({ dashboard, id }, model)),
      );
      return `${link(dashboard.title, url)}: ${panels.join(", ")}`;
    }),
  );
}
