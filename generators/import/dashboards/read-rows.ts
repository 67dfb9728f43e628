import { dataAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { DashboardDocument, Keys } from "./dashboard-documents.ts";
import type { InputPanel, InputRow } from "./input-dashboard.ts";
import { readPanel } from "./read-panel.ts";

/**
 * The rows of a classic dashboard. Since Grafana 5 panels lie on a grid, and a row is a panel that those after it belong to, or that
 * holds them where it is closed; before, rows held panels that flow from left to right.
 */
export function readRows(document: DashboardDocument): InputRow[] {
  const { data } = document;
  return itemsAt(data, "rows").length > 0 ? flowingRows(document) : rowsOnGrid(document);
}

interface OpenRow extends InputRow {
  readonly panels: InputPanel[];
}

function rowsOnGrid({ data, placeOf }: DashboardDocument): InputRow[] {
  const rows: OpenRow[] = [{ title: "", collapsed: false, repeat: undefined, panels: [] }];
  const read = (panel: unknown, keys: Keys) => readPanel(panel, placeOf(keys), gridOf(panel));
  for (const [index, panel] of itemsAt(data, "panels").entries()) {
    const keys = ["panels", index];
    if (textAt(panel, "type") !== "row") {
      rows.at(-1)?.panels.push(read(panel, keys));
      continue;
    }
    const inner = itemsAt(panel, "panels").map((one, at) => read(one, [...keys, "panels", at]));
    rows.push({
      title: textAt(panel, "title") ?? "",
      collapsed: dataAt(panel, "collapsed") === true,
      repeat: textAt(panel, "repeat") || undefined,
      panels: inner,
    });
  }
  const [above, ...others] = rows;
  return above && above.panels.length > 0 ? [above, ...others] : others;
}

/** What Grafana makes of a panel without a place. */
const usual = { x: 0, y: 0, w: 12, h: 8 };

function gridOf(panel: unknown): InputPanel["position"] {
  const side = (name: keyof typeof usual) => {
    const value = dataAt(panel, "gridPos", name);
    return typeof value === "number" ? value : usual[name];
  };
  return { x: side("x"), y: side("y"), width: side("w"), height: side("h") };
}

/** Twelve spans are the width of a screen, which has 24 columns today; a unit of height was as many pixels. */
const columnsOfSpan = 2;
const allColumns = 24;
const pixelsOfUnit = 30;
const usualHeight = 250;

function flowingRows({ data, placeOf }: DashboardDocument): InputRow[] {
  let top = 0;
  return itemsAt(data, "rows").map((row, index): InputRow => {
    const rowHeight = unitsOf(dataAt(row, "height")) ?? Math.ceil(usualHeight / pixelsOfUnit);
    let [x, y, bottom] = [0, top + 1, top + 1];
    const panels = itemsAt(row, "panels").map((panel, at) => {
      const span = dataAt(panel, "span");
      const width = Math.min(allColumns, (typeof span === "number" ? Math.round(span) : 12) * columnsOfSpan);
      const height = unitsOf(dataAt(panel, "height")) ?? rowHeight;
      if (x + width > allColumns) [x, y] = [0, bottom];
      const position = { x, y, width, height };
      x += width;
      bottom = Math.max(bottom, y + height);
      return readPanel(panel, placeOf(["rows", index, "panels", at]), position);
    });
    const collapsed = dataAt(row, "collapse") === true;
    top = collapsed ? top + 1 : bottom;
    const title = dataAt(row, "showTitle") === false ? "" : (textAt(row, "title") ?? "");
    return { title, collapsed, repeat: textAt(row, "repeat") || undefined, panels };
  });
}

/** A height as rows have it: 250, or "250px". */
function unitsOf(height: unknown): number | undefined {
  const pixels = typeof height === "number" ? height : Number.parseInt(String(height), 10);
  return Number.isFinite(pixels) && pixels > 0 ? Math.ceil(pixels / pixelsOfUnit) : undefined;
}
