import type { Check, Finding } from "../../check.ts";
import type { GridPosition, PanelModel } from "../../panels/panel-model.ts";
import type { RowModel } from "../../model/dashboard-model.ts";
import { gridColumns, headingHeight } from "../../model/dashboards/layout.ts";
import type { Model } from "../../model/model.ts";

/** Panels lie beside each other and within the grid. */
export const panelsDoNotOverlap: Check = {
  id: "panels-do-not-overlap",
  why: "Grafana moves a panel that overlaps another, or reaches over the edge, to wherever there is room. The dashboard then looks different from its definition.",
  source:
    "https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/view-dashboard-json-model/",
  wrong: `
export const rate = timeSeries({
  title: "Rate",
  description: "Orders per second.",
  queries: [orderRate],
  width: 12,
  at: { x: 0, y: 0 },
});
export const today = stat({
  title: "Today",
  description: "Orders since yesterday.",
  queries: [orders.increase("1d")],
  width: 12,
  at: { x: 6, y: 0 },
});
`,
  right: `
export const rate = timeSeries({
  title: "Rate",
  description: "Orders per second.",
  queries: [orderRate],
  width: 12,
  at: { x: 0, y: 0 },
});
export const today = stat({
  title: "Today",
  description: "Orders since yesterday.",
  queries: [orders.increase("1d")],
  width: 12,
  at: { x: 12, y: 0 },
});
`,
  *find({ dashboards }: Model): Iterable<Finding> {
    for (const row of dashboards.flatMap(({ rows }) => rows)) {
      yield* outside(row);
      yield* overlapping(row);
    }
  },
};

function* outside({ panels }: RowModel): Iterable<Finding> {
  for (const panel of panels) {
    const { x, width } = panel.position;
    if (x + width <= gridColumns) continue;
    yield {
      definition: panel,
      message: `panel "${panel.title}" reaches from column ${x} to ${x + width}, but the grid has ${gridColumns}`,
      fix: "make it narrower, or move it to the left",
    };
  }
}

function* overlapping(row: RowModel): Iterable<Finding> {
  for (const [index, panel] of row.panels.entries()) {
    for (const other of row.panels.slice(0, index)) {
      if (!overlap(panel.position, other.position)) continue;
      yield {
        definition: panel,
        message: `panel "${panel.title}" (${describe(panel, row)}) overlaps panel "${other.title}" (${describe(other, row)})`,
        fix: "move one of them, or leave `at` out and let them flow",
      };
    }
  }
}

function overlap(a: GridPosition, b: GridPosition): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Size and place as an author writes them: counted from the top left of the row, below its heading. */
function describe({ position: { x, y, width, height } }: PanelModel, row: RowModel): string {
  return `${width} wide, ${height} high, at x ${x}, y ${y - row.y - headingHeight}`;
}
