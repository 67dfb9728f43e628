import type { Row } from "../../language/dashboard.ts";
import type { RowModel } from "../dashboard-model.ts";
import type { DashboardSources } from "./dashboard-sources.ts";
import { bottomOf, flow, headingHeight } from "./layout.ts";
import type { Narrowed } from "./resolve-expression.ts";
import { panelIds } from "./panel-ids.ts";
import { resolvePanel } from "./resolve-panel.ts";

/** The rows below each other. */
export function resolveRows(rows: readonly Row[], narrowed: Narrowed, sources: DashboardSources): RowModel[] {
  const resolved: RowModel[] = [];
  const takeId = panelIds();
  let y = 0;
  for (const { title, collapsed, panels } of rows) {
    const top = y + headingHeight;
    const heading = { id: takeId(title), title, collapsed, y };
    const positions = flow(panels).map((position) => ({ ...position, y: top + position.y }));
    const placed = panels.flatMap((panel, index) => {
      const position = positions[index];
      return position
        ? [resolvePanel(panel, { id: takeId(title, panel.title), position }, narrowed, sources)]
        : [];
    });
    resolved.push({ ...heading, panels: placed });
    // A closed row takes the height of its heading; Grafana moves the rest down when it is opened.
    y = collapsed ? top : Math.max(top, bottomOf(positions));
  }
  return resolved;
}
