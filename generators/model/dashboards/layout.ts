import type { PanelType } from "../../language/panel.ts";
import { panelKinds } from "../../panels/index.ts";
import type { GridPosition } from "../../panels/panel-model.ts";

/** How many columns Grafana's grid has. */
export const gridColumns = 24;

/** A row's heading is as high as one unit of the grid. */
export const headingHeight = 1;

/** What an author may say about where a panel lies. */
export interface Wish {
  readonly type: PanelType;
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
  for (const { type, at, ...wish } of wishes) {
    const { width, height } = { ...panelKinds[type].size, ...wish };
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
