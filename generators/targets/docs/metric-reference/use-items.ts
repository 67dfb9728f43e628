import type { DashboardModel } from "../../../model/dashboard-model.ts";
import type { ShowingDashboard, Uses } from "../../../model/uses.ts";
import { escapeMarkdown, link } from "../../../text/markdown.ts";
import type { PageContext } from "./page-context.ts";

/** Who uses a metric or a recording, as items of a list: its alerts, recordings, panels and dashboards. */
export function useItems(key: string, { usesOf, targets, dashboards }: PageContext): string[] {
  const { alerts, recordings, panels, runbooks, marks, choices }: Uses = usesOf(key);
  const dashboardLink = ({ uid, title }: DashboardModel) => link(title, dashboards.get(uid) ?? "");
  const shown = ({ dashboard, panels }: ShowingDashboard) =>
    `${dashboardLink(dashboard)} · ${titles(panels).join(", ")}`;
  return [
    ...item(
      "Alerts",
      alerts.map(({ name }) => link(name, `../alerts/${name}.md`)),
    ),
    ...item(
      "Recordings",
      recordings.map(({ name }) => link(name, targets.get(name) ?? "")),
    ),
    ...item("Panels", panels.map(shown), "; "),
    ...item(
      "Runbooks",
      runbooks.map(({ title, service, slug }) => link(title, `../runbooks/${service}/${slug}.md`)),
    ),
    ...item("Marks on the time axis of", marks.map(dashboardLink)),
    ...item("Choices of", choices.map(dashboardLink)),
  ];
}

/** A number and its course over time often have one title. */
function titles(panels: ShowingDashboard["panels"]): string[] {
  return [...new Set(panels.map(({ title }) => escapeMarkdown(title)))];
}

function item(title: string, texts: readonly string[], separator = ", "): string[] {
  return texts.length === 0 ? [] : [`${title}: ${texts.join(separator)}`];
}
