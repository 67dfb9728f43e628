import { svgElement, svgNumber, type SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { seriesColor } from "../sheet.ts";
import type { Piece } from "../strip.ts";
import { drawClock } from "./draw-clock.ts";
import { drawNames, namesHeight } from "./draw-names.ts";
import { nothingToShow, type PanelDrawing, type PanelView } from "./panel-view.ts";
import { plotOf, type Plot } from "./plot.ts";
import { nameOf, type ShownSeries } from "./values.ts";

const clockHeight = 16;
/** Where lines would have less, there are no names below them. */
const leastPlot = 30;

/** A line for each series, thresholds as dashed lines, and the names below. */
export const drawTimeSeries: PanelDrawing<"time series"> = (view) => {
  const { panel, series, time, box } = view;
  if (series.length === 0) return nothingToShow(view);
  const names = series.map((one) => nameOf(one, panel, series));
  const wanted = isOne(view) ? 0 : namesHeight(names, box);
  const below = box.height - clockHeight - wanted < leastPlot ? 0 : wanted;
  const room = { ...box, height: box.height - clockHeight - below };
  const shown = panel.own.stacked ? stacked(series) : series;
  const plot = plotOf(view, shown, room);
  return [
    ...ground(plot),
    ...thresholds(view, plot),
    ...(panel.own.stacked ? areas(shown, plot) : []),
    ...shown.flatMap(({ pieces }, index) => lines(pieces, plot, `line-${seriesColor(index)}`)).reverse(),
    ...drawClock(time, { ...plot.box, y: plot.box.y + plot.box.height, height: clockHeight }),
    ...(below === 0 ? [] : drawNames(names, { ...box, y: box.y + box.height - below, height: below })),
  ];
};

/** A single line needs no name. */
function isOne({ panel, series }: PanelView): boolean {
  return series.length === 1 && panel.queries.length === 1;
}

function ground({ box, ticks, y }: Plot): SvgElement[] {
  return ticks.flatMap(({ value, text }) => [
    svgElement("line", { class: "grid", x1: box.x, y1: y(value), x2: box.x + box.width, y2: y(value) }),
    textAt(text, box.x - 5, y(value) + 3.5, "muted small", "end"),
  ]);
}

function thresholds({ panel }: PanelView, { box, y }: Plot): SvgElement[] {
  return panel.thresholds.flatMap(({ value, color }, index) => {
    // A line has the colour of what is on its bad side; below the lowest one that may be the one before it.
    const before = panel.thresholds[index - 1]?.color ?? color;
    const bad = color === "green" ? before : color;
    if (value === undefined) return [];
    return [
      svgElement("line", {
        class: `mark-${bad}`,
        x1: box.x,
        y1: y(value),
        x2: box.x + box.width,
        y2: y(value),
      }),
    ];
  });
}

function lines(pieces: readonly Piece[], { x, y }: Plot, name: string): SvgElement[] {
  const d = pieces
    .map((piece) => piece.map(({ atMs, value }) => `${svgNumber(x(atMs))} ${svgNumber(y(value))}`))
    .filter((places) => places.length > 1)
    .map((places) => `M${places.join("L")}`)
    .join("");
  return d === "" ? [] : [svgElement("path", { class: name, d })];
}

/** Between a line and the one below it. */
function areas(series: readonly ShownSeries[], { x, y, box }: Plot): SvgElement[] {
  return series.flatMap(({ pieces }, index) =>
    pieces.flatMap((piece) => {
      const below = series[index - 1]?.pieces.flat() ?? [];
      const base = (atMs: number) => below.find((point) => point.atMs === atMs)?.value;
      const place = (atMs: number, height: number) => `${svgNumber(x(atMs))} ${svgNumber(height)}`;
      const back = piece.toReversed().map(({ atMs }) => {
        const under = base(atMs);
        return place(atMs, under === undefined ? box.y + box.height : y(under));
      });
      const forth = piece.map(({ atMs, value }) => place(atMs, y(value)));
      return [
        svgElement("path", { class: `area-${seriesColor(index)}`, d: `M${[...forth, ...back].join("L")}` }),
      ];
    }),
  );
}

/** Each line on top of those before it. */
function stacked(series: readonly ShownSeries[]): ShownSeries[] {
  const sums = new Map<number, number>();
  return series.map((one) => ({
    ...one,
    pieces: one.pieces.map((piece) =>
      piece.map(({ atMs, value }) => {
        const sum = (sums.get(atMs) ?? 0) + value;
        sums.set(atMs, sum);
        return { atMs, value: sum };
      }),
    ),
  }));
}
