import { dashboardsOfAlert, dashboardUrl } from "../../model/dashboards-of-alert.ts";
import type { PanelModel } from "../../model/dashboard-model.ts";
import type { Model } from "../../model/model.ts";
import { panelsOfAlert } from "../../model/panels-of-alert.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { bulletList, link } from "../../text/markdown.ts";

/** The panels that show what an alert looks at, by dashboard, each with the address at which Grafana shows it alone. */
export function panelLinks(alert: AlertModel, model: Model): string {
  const dashboards = dashboardsOfAlert(alert, model);
  if (dashboards.length === 0) return "No dashboard shows what this alert looks at.";
  return bulletList(
    dashboards.map((dashboard) => {
      const url = dashboardUrl(dashboard, model.platform.stack);
      const panels = panelsOfAlert(alert, dashboard, model).map((panel) => panelLink(panel, alert, url));
      return `${link(dashboard.title, url)}\n${bulletList(panels)}`;
    }),
  );
}

function panelLink({ id, title, alerts }: PanelModel, alert: AlertModel, url: string): string {
  // The ids are counted by the same build that writes the dashboards.
  const address = link(title === "" ? `panel ${id}` : title, `${url}?viewPanel=${id}`);
  const isDrawn = alerts.some(({ definition }) => definition === alert.definition);
  return isDrawn ? `${address}, with the threshold drawn in` : address;
}
