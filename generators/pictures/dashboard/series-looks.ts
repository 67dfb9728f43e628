import type { PanelModel } from "../../panels/panel-model.ts";
import { seriesColor } from "../sheet.ts";
import type { ShownSeries } from "./values.ts";

/** A series of a panel over time, as high as it is drawn, and how. */
export interface DrawnSeries {
  readonly series: ShownSeries;
  /** Of its line: a number of the palette, or a name. */
  readonly color: string;
  /** Whether it has an axis of its own on the right. */
  readonly isRight: boolean;
  readonly isStacked: boolean;
  readonly isNamed: boolean;
}

/** The series as their queries want them: some below zero, some on top of each other. */
export function drawnSeries(panel: PanelModel<"time series">, all: readonly ShownSeries[]): DrawnSeries[] {
  const drawn = all.map((series, index): DrawnSeries => {
    const { line = {} } = panel.queries.find(({ refId }) => refId === series.refId) ?? {};
    const { color = seriesColor(index), below = false, axis, stacked = true, inLegend = true } = line;
    return {
      series: below ? belowZero(series) : series,
      color,
      isRight: axis === "right",
      isStacked: panel.own.stacked && stacked,
      isNamed: inLegend,
    };
  });
  return onTopOfEachOther(drawn);
}

function belowZero(series: ShownSeries): ShownSeries {
  const pieces = series.pieces.map((piece) => piece.map(({ atMs, value }) => ({ atMs, value: -value })));
  return { ...series, pieces };
}

/** Each on top of those before it that are stacked. */
function onTopOfEachOther(drawn: readonly DrawnSeries[]): DrawnSeries[] {
  const sums = new Map<number, number>();
  return drawn.map((one) => {
    if (!one.isStacked) return one;
    const pieces = one.series.pieces.map((piece) =>
      piece.map(({ atMs, value }) => {
        const sum = (sums.get(atMs) ?? 0) + value;
        sums.set(atMs, sum);
        return { atMs, value: sum };
      }),
    );
    return { ...one, series: { ...one.series, pieces } };
  });
}
