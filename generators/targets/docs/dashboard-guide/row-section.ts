import type { PanelModel, RowModel } from "../../../model/dashboard-model.ts";
import { escapeMarkdown, link, table } from "../../../text/markdown.ts";

/** A row of a dashboard: a table of its panels, with the alerts that are drawn into them, if there are any. */
export function rowSection({ title, collapsed, panels }: RowModel): string[] {
  if (panels.length === 0) return [];
  const name = `**${escapeMarkdown(title)}**${collapsed ? " (closed until somebody opens it)" : ""}`;
  const draws = panels.some(({ alerts }) => alerts.length > 0);
  const columns = ["panel", "type", "what it shows", ...(draws ? ["alerts drawn in"] : [])];
  return [
    ...(title.trim() === "" ? [] : [name]),
    table(
      columns,
      panels.map((panel) => [...cells(panel), ...(draws ? [alertLinks(panel)] : [])]),
    ),
  ];
}

function cells({ title, type, description }: PanelModel): string[] {
  return [escapeMarkdown(title), type, escapeMarkdown(description)];
}

function alertLinks({ alerts }: PanelModel): string {
  return alerts.map(({ name }) => link(name, `alerts/${name}.md`)).join(", ");
}
