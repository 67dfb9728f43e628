import type { DashboardModel, RowModel } from "../../model/dashboard-model.ts";
import type { SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { fitted, sheets, wrapped } from "../sheet.ts";
import { drawPanel } from "./draw-panel.ts";
import type { DashboardValues } from "./values.ts";

const width = 960;
const margin = 10;
const columnWidth = (width - 2 * margin) / 24;
/** Of a unit of Grafana's grid. */
const unitHeight = 29;
const titleHeight = 34;
const rowHeight = 26;
const lineHeight = 14;

interface DashboardPicture {
  /** The rows that are drawn, by their titles; left out: all. */
  readonly rows?: readonly string[];
  /** Small print below: where the values come from. */
  readonly note: string;
}

/**
 * A dashboard as its definitions have it, for each theme: the panels where they lie, with their titles, units and thresholds.
 *
 * It is no picture of Grafana, and says so.
 */
export function drawDashboard(
  dashboard: DashboardModel,
  values: DashboardValues,
  { rows: wanted, note }: DashboardPicture,
): SvgElement[] {
  const shown = dashboard.rows.filter(({ title }) => wanted === undefined || wanted.includes(title));
  const drawn: SvgElement[] = [
    textAt(fitted(dashboard.title, "strong title", width - 2 * margin), margin + 4, 24, "strong title"),
  ];
  let top = titleHeight;
  for (const row of shown) {
    drawn.push(textAt(fitted(row.title, "muted", width - 2 * margin), margin + 4, top + 17, "muted"));
    top += rowHeight;
    drawn.push(...panelsIn(row, values, top));
    top += unitHeight * heightOf(row);
  }
  const lines = wrapped(note, "muted small", width - 2 * margin - 8);
  drawn.push(
    ...lines.map((line, index) => textAt(line, margin + 4, top + 14 + index * lineHeight, "muted small")),
  );
  const titles = shown.flatMap(({ panels }) => panels.map(({ title }) => title));
  const text = { title: `The dashboard ${dashboard.title}`, description: `${titles.join(", ")}. ${note}` };
  return sheets(text, { width, height: top + lines.length * lineHeight + 12 }, drawn);
}

/** The top of the panels of a row, on the grid. */
function startOf({ panels }: RowModel): number {
  return Math.min(...panels.map(({ position }) => position.y));
}

function heightOf(row: RowModel): number {
  if (row.panels.length === 0) return 0;
  return Math.max(...row.panels.map(({ position }) => position.y + position.height)) - startOf(row);
}

function panelsIn(row: RowModel, values: DashboardValues, top: number): SvgElement[] {
  return row.panels.flatMap((panel) => {
    const { x, y, width: columns, height } = panel.position;
    return drawPanel(panel, values, {
      x: margin + x * columnWidth,
      y: top + (y - startOf(row)) * unitHeight,
      width: columns * columnWidth,
      height: height * unitHeight,
    });
  });
}
