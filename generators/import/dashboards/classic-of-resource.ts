import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { DashboardDocument, Keys } from "./dashboard-documents.ts";
import { panelOfElement } from "./panel-of-element.ts";
import { variableOfResource } from "./variable-of-resource.ts";

/**
 * The spec of a resource as a classic dashboard: that of `v1` is one, and `v2` has panels as elements which a layout names. What it says is
 * looked for where the resource says it.
 */
export function classicOfResource(spec: DashboardDocument): DashboardDocument {
  const { data } = spec;
  if (dataAt(data, "elements") === undefined) return spec;
  const placed = panelsIn(dataAt(data, "layout"), data, 0);
  const variables = itemsAt(data, "variables").map(variableOfResource);
  return {
    data: {
      title: textAt(data, "title"),
      description: textAt(data, "description"),
      tags: dataAt(data, "tags"),
      links: dataAt(data, "links"),
      time: { from: textAt(data, "timeSettings", "from") },
      refresh: textAt(data, "timeSettings", "autoRefresh"),
      templating: { list: variables },
      panels: placed.map(({ panel }) => panel),
    },
    placeOf: ([part, list, ...keys]) => {
      if (part === "panels" && typeof list === "number") return spec.placeOf(placed[list]?.keys ?? []);
      if (part === "templating") return spec.placeOf(["variables", ...keys.slice(0, 1)]);
      return spec.placeOf([]);
    },
  };
}

interface Placed {
  readonly panel: unknown;
  /** Of the element, in the resource. */
  readonly keys: Keys;
  readonly bottom: number;
}

/** What a layout shows, as a grid of one column of rows: rows, tabs and groups are all rows. */
function panelsIn(layout: unknown, spec: unknown, top: number): Placed[] {
  const kind = textAt(layout, "kind");
  if (kind === "RowsLayout") return inRows(itemsAt(layout, "spec", "rows"), spec, top);
  if (kind === "TabsLayout") return inRows(itemsAt(layout, "spec", "tabs"), spec, top);
  const items = itemsAt(layout, "spec", "items");
  return kind === "AutoGridLayout" ? inColumns(layout, items, spec, top) : onGrid(items, spec, top);
}

function inRows(rows: readonly unknown[], spec: unknown, top: number): Placed[] {
  let y = top;
  return rows.flatMap((row) => {
    const heading = {
      type: "row",
      title: textAt(row, "spec", "title"),
      collapsed: dataAt(row, "spec", "collapse") === true,
      repeat: textAt(row, "spec", "repeat", "value"),
      gridPos: { x: 0, y, w: 24, h: 1 },
    };
    const inner = panelsIn(dataAt(row, "spec", "layout"), spec, y + 1);
    y = Math.max(y + 1, ...inner.map(({ bottom }) => bottom));
    return [{ panel: heading, keys: ["layout"], bottom: y }, ...inner];
  });
}

function onGrid(items: readonly unknown[], spec: unknown, top: number): Placed[] {
  return items.flatMap((item) => {
    const side = (name: string) => Number(dataAt(item, "spec", name) ?? 0);
    const place = { x: side("x"), y: top + side("y"), w: side("width"), h: side("height") };
    return placedElement(item, place, spec);
  });
}

/** As Grafana lays out what says nothing: three columns of panels as high as eight units. */
const usualColumns = 3;
const usualHeight = 8;

function inColumns(layout: unknown, items: readonly unknown[], spec: unknown, top: number): Placed[] {
  const count = Number(dataAt(layout, "spec", "maxColumnCount") ?? usualColumns) || usualColumns;
  const w = Math.max(1, Math.floor(24 / count));
  return items.flatMap((item, index) => {
    const place = {
      x: (index % count) * w,
      y: top + Math.floor(index / count) * usualHeight,
      w,
      h: usualHeight,
    };
    return placedElement(item, place, spec);
  });
}

interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function placedElement(item: unknown, gridPos: GridPlace, spec: unknown): Placed[] {
  const name = textAt(item, "spec", "element", "name") ?? "";
  const found = entriesAt(spec, "elements").find(([one]) => one === name);
  if (!found) return [];
  const repeat = textAt(item, "spec", "repeat", "value");
  const panel = { ...panelOfElement(found[1]), gridPos, ...(repeat !== undefined && { repeat }) };
  return [{ panel, keys: ["elements", name], bottom: gridPos.y + gridPos.h }];
}
