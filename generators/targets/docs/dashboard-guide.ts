import { dashboardUrl } from "../../model/alert-relations.ts";
import type { DashboardModel } from "../../model/dashboard-model.ts";
import type { Model } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import { bulletList, escapeMarkdown, heading, inlineCode, link, printMarkdown } from "../../text/markdown.ts";
import { dashboardsTitle } from "./dashboard-guide/dashboard-anchors.ts";
import { dashboardTable } from "./dashboard-guide/dashboard-table.ts";
import { rowSection } from "./dashboard-guide/row-section.ts";
import { variableWords } from "./dashboard-guide/variable-words.ts";
import { sourceOf } from "../parts/source-of.ts";

/** The page of all dashboards: where each is, what can be chosen on it, and what its panels show. */
export const dashboardGuide: Output = (model) => {
  const { dashboards } = model;
  if (dashboards.length === 0) return {};
  const blocks = [
    heading(1, dashboardsTitle),
    "What Grafana shows. The dashboards come from files: what somebody changes in Grafana is not kept.",
    dashboardTable(model, ""),
    ...dashboards.flatMap((dashboard) => section(dashboard, model)),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/dashboards.md": printMarkdown(blocks, { source: sourceOf(dashboards) }) };
};

function section(dashboard: DashboardModel, { platform }: Model): string[] {
  const { uid, title, description, folder, last, refresh, variables, annotations, rows } = dashboard;
  const time = `Shows the last ${last} at first${refresh === undefined ? "" : `, and looks again every ${refresh}`}`;
  return [
    heading(2, title),
    escapeMarkdown(description),
    bulletList([
      `${link(`Open it in Grafana`, dashboardUrl(dashboard, platform))}, or find it in the folder ${escapeMarkdown(folder)}`,
      `uid: ${inlineCode(uid)}`,
      time,
      ...variables.map(variableWords),
      ...annotations.map(({ name, color }) => `Marks in ${color} on the time axis: ${escapeMarkdown(name)}`),
    ]),
    ...rows.flatMap(rowSection),
  ];
}
