import type { Panel } from "../../language/panel.ts";
import type { GridPosition } from "../dashboard-model.ts";

/** How many columns Grafana's grid has. */
export const gridColumns = 24;

/** A row's heading is as high as one unit of the grid. */
export const headingHeight = 1;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A panel's size when its author says none. A unit of height is about 38 pixels: 30 and the gap. */
const defaultSizes: Readonly<Record<Panel["type"], Size>> = {
  // Six numbers side by side, large enough to read across a room.
  stat: { width: 4, height: 4 },
  // A dial needs more height than a number.
  gauge: { width: 6, height: 6 },
  "bar gauge": { width: 8, height: 8 },
  // Two side by side: lines want width, and the legend below them takes a third of the height.
  "time series": { width: 12, height: 8 },
  heatmap: { width: 12, height: 8 },
  // Bands are read along the time axis, so they take the whole of it.
  "state timeline": { width: 24, height: 6 },
  // Columns need width; some ten lines are seen without scrolling.
  table: { width: 24, height: 8 },
  // A heading and two lines.
  text: { width: 24, height: 3 },
};

/** What an author may say about where a panel lies. */
export interface Wish {
  readonly type: Panel["type"];
  readonly width?: number;
  readonly height?: number;
  readonly at?: { readonly x: number; readonly y: number };
}

/**
 * Places panels from left to right, and below all so far where 24 columns are full. `at` is kept to the letter, and the
 * next panel goes on beside it. `y` counts from the top of the row.
 */
export function flow(wishes: readonly Wish[]): GridPosition[] {
  const placed: GridPosition[] = [];
  let cursor = { x: 0, y: 0 };
  for (const { type, width = defaultSizes[type].width, height = defaultSizes[type].height, at } of wishes) {
    const beside = at ?? cursor;
    const fits = at !== undefined || beside.x + width <= gridColumns;
    const { x, y } = fits ? beside : { x: 0, y: bottomOf(placed) };
    placed.push({ x, y, width, height });
    cursor = { x: x + width, y };
  }
  return placed;
}

/** The first line of the grid below all of these. */
export function bottomOf(positions: readonly GridPosition[]): number {
  return Math.max(0, ...positions.map(({ y, height }) => y + height));
}
