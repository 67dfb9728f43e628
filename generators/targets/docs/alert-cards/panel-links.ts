import type { PanelModel } from "../../../model/dashboard-model.ts";
import { dashboardUrl, panelsOfAlert, type ShownPanel } from "../../../model/alert-relations.ts";
import type { Model } from "../../../model/model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { bulletList, link } from "../../../text/markdown.ts";

/** The panels that show what an alert looks at, by dashboard, each with the address at which Grafana shows it alone. */
export function panelLinks(alert: AlertModel, shown: readonly ShownPanel[], model: Model): string {
  const found = panelsOfAlert(alert, shown, model);
  if (found.length === 0) return "No dashboard shows what this alert looks at.";
  const dashboards = [...new Set(found.map(({ dashboard }) => dashboard))];
  return bulletList(
    dashboards.map((dashboard) => {
      const url = dashboardUrl(dashboard, model.platform);
      const own = found.filter((one) => one.dashboard === dashboard);
      const panels = own.map(({ panel }) => panelLink(panel, alert, url));
      return `${link(dashboard.title, url)}\n${bulletList(panels)}`;
    }),
  );
}

function panelLink({ id, title, alerts }: PanelModel, alert: AlertModel, url: string): string {
  // The ids are given by the same build that writes the dashboards.
  const address = link(title === "" ? `panel ${id}` : title, `${url}?viewPanel=${id}`);
  const isDrawn = alerts.some(({ name }) => name === alert.name);
  return isDrawn ? `${address}, with the threshold drawn in` : address;
}
