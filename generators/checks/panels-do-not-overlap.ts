import type { Check, Finding } from "../check.ts";
import type { GridPosition, PanelModel, RowModel } from "../model/dashboard-model.ts";
import type { Model } from "../model/model.ts";

/** Grafana's grid has this many columns. */
const columns = 24;

/** Panels lie beside each other and within the grid. */
export const panelsDoNotOverlap: Check = {
  id: "panels-do-not-overlap",
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
    if (x >= 0 && x + width <= columns) continue;
    yield {
      definition: panel,
      message: `panel "${panel.title}" reaches from column ${x} to ${x + width}, but the grid has ${columns}`,
      mend: "make it narrower, or move it to the left",
    };
  }
}

function* overlapping({ panels }: RowModel): Iterable<Finding> {
  for (const [index, panel] of panels.entries()) {
    for (const other of panels.slice(0, index)) {
      if (!overlap(panel.position, other.position)) continue;
      yield {
        definition: panel,
        message: `panel "${panel.title}" overlaps panel "${other.title}" (${describe(panel)} and ${describe(other)})`,
        mend: "move one of them, or leave `at` out and let them flow",
      };
    }
  }
}

function overlap(a: GridPosition, b: GridPosition): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function describe({ position: { x, y, width, height } }: PanelModel): string {
  return `${width}x${height} at ${x},${y}`;
}
