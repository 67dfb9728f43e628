import type { Row } from "../../language/dashboard.ts";
import { nameHash } from "../../text/name-hash.ts";
import type { RowModel } from "../dashboard-model.ts";
import { bottomOf, flow, headingHeight } from "./layout.ts";
import type { DashboardSources, Narrowed } from "./resolve-expression.ts";
import { resolvePanel } from "./resolve-panel.ts";

/** The rows below each other. */
export function resolveRows(rows: readonly Row[], narrowed: Narrowed, sources: DashboardSources): RowModel[] {
  const resolved: RowModel[] = [];
  const takeId = panelIds();
  let y = 0;
  for (const { title, collapsed, repeatFor, panels } of rows) {
    const top = y + headingHeight;
    const heading = { id: takeId(title), title, collapsed, repeatFor: repeatFor?.name, y };
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

/** Gives the ids of one dashboard, each once. */
export type TakeId = (...titles: readonly string[]) => number;

/**
 * Grafana knows a panel by a number, and so do the addresses that lead to it. It is made of the titles of the row and the panel:
 * a panel more changes neither the others' numbers nor the addresses that people have kept.
 */
export function panelIds(): TakeId {
  const taken = new Set<number>();
  return (...titles) => {
    let id = first + (nameHash(JSON.stringify(titles)) % count);
    // Two with the same titles, or a rare coincidence: the later one takes the next number.
    while (taken.has(id)) id += 1;
    taken.add(id);
    return id;
  };
}

// Six digits: few enough to read, and of 100 panels no two coincide in 199 of 200 dashboards.
const first = 100_000;
const count = 900_000;
