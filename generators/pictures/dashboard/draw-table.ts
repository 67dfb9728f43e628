import { svgElement, type SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { columnOf, shownUnit, valueColumn } from "../../panels/columns.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import { fitted, type Box } from "../sheet.ts";
import { nothingToShow, type PanelDrawing } from "./panel-view.ts";
import { colorOf, currentOf, lastOf, shownText, type ShownSeries } from "./values.ts";

const lineHeight = 22;

interface Cell {
  readonly text: string;
  readonly name: string;
}

/** A row for each series, with the labels that the author chose as columns; as many rows as there is room for. */
export const drawTable: PanelDrawing<"table"> = (view) => {
  const { panel, series, time, box } = view;
  const headings = Object.entries(panel.own.columns);
  const lines = linesOf(panel, currentOf(series, time));
  if (lines.length === 0) return nothingToShow(view);
  const width = box.width / Math.max(1, headings.length);
  const room = Math.max(1, Math.floor(box.height / lineHeight) - 1);
  const shown = lines.length > room ? lines.slice(0, Math.max(1, room - 1)) : lines;
  const top = (line: number) => box.y + line * lineHeight;
  const written = (cells: readonly Cell[], line: number): SvgElement[] =>
    cells.map(({ text, name }, column) =>
      textAt(fitted(text, name, width - 12), box.x + column * width + 4, top(line) + 15, name),
    );
  const rows = [
    headings.map(([, column]) => ({ text: columnOf(column).title, name: "muted strong" })),
    ...shown.map((line) => headings.map(([column]) => line.get(column) ?? { text: "", name: "" })),
  ];
  const more = lines.length - shown.length;
  return [
    ...rows.flatMap((cells, line) => [
      ...(line === 0 ? [] : [lineAcross(box, top(line))]),
      ...written(cells, line),
    ]),
    ...(more === 0 ? [] : [textAt(`and ${more} more`, box.x + 4, top(rows.length) + 15, "muted")]),
  ];
};

function lineAcross({ x, width }: Box, y: number): SvgElement {
  return svgElement("line", { class: "grid", x1: x, y1: y, x2: x + width, y2: y });
}

/** Series of several queries that have the same labels are one line. */
function linesOf(panel: PanelModel<"table">, series: readonly ShownSeries[]): Map<string, Cell>[] {
  const lines = new Map<string, Map<string, Cell>>();
  for (const one of series) {
    const key = JSON.stringify(Object.entries(one.labels).sort());
    const line = lines.get(key) ?? new Map<string, Cell>();
    for (const [label, text] of Object.entries(one.labels)) line.set(label, { text, name: "" });
    const value = lastOf(one) ?? NaN;
    const query = panel.queries.find(({ refId }) => refId === one.refId);
    const column = columnOf(panel.own.columns[valueColumn(one, panel)] ?? "");
    const { decimals = panel.decimals } = column;
    const text = shownText(value, { ...panel, decimals, unit: query && shownUnit(query, panel) });
    const name = panel.thresholds.length === 0 ? "" : `fill-${colorOf(value, panel)}`;
    line.set(valueColumn(one, panel), { text, name });
    lines.set(key, line);
  }
  return [...lines.values()];
}
