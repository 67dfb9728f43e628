import type { Model } from "../../../model/model.ts";
import { escapeMarkdown, link, table } from "../../../text/markdown.ts";
import { dashboardAnchors } from "./dashboard-anchors.ts";

/** All dashboards with what they are for. `page` is the path from the page that holds the table to that of all dashboards, empty on that itself. */
export function dashboardTable(model: Pick<Model, "dashboards">, page: string): string {
  const anchors = dashboardAnchors(model);
  return table(
    ["dashboard", "folder", "what it is for"],
    model.dashboards.map(({ uid, title, folder, description }) => [
      link(title, `${page}#${anchors.get(uid) ?? ""}`),
      escapeMarkdown(folder),
      escapeMarkdown(description),
    ]),
  );
}
