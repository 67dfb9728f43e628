import { svgElement, svgNumber, type SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import type { Box } from "../sheet.ts";
import type { Piece } from "../strip.ts";
import { drawClock } from "./draw-clock.ts";
import { drawNames, namesHeight } from "./draw-names.ts";
import { nothingToShow, type PanelDrawing, type PanelView } from "./panel-view.ts";
import { plotOf, type Plot } from "./plot.ts";
import { drawnSeries, type DrawnSeries } from "./series-looks.ts";
import { nameOf, type ShownSeries } from "./values.ts";

const clockHeight = 16;
/** Where lines would have less, there are no names below them. */
const leastPlot = 30;

/** A line for each series, thresholds as dashed lines, and the names below. */
export const drawTimeSeries: PanelDrawing<"time series"> = (view) => {
  const { panel, series, time, box } = view;
  if (series.length === 0) return nothingToShow(view);
  const drawn = drawnSeries(panel, series);
  const named = series.filter((_, index) => drawn[index]?.isNamed);
  const names = named.map((one) => nameOf(one, panel, series));
  const wanted = isOne(view) || names.length === 0 ? 0 : namesHeight(names, box);
  const below = box.height - clockHeight - wanted < leastPlot ? 0 : wanted;
  const room = { ...box, height: box.height - clockHeight - below };
  const plot = plotOf(view, onAxis("left", drawn), room);
  const right = { ...plot, y: rightAxis(view, drawn, room).y };
  const colors = drawn.filter(({ isNamed }) => isNamed).map(({ color }) => color);
  const legendBox = { ...box, y: box.y + box.height - below, height: below };
  return [
    ...ground(plot),
    ...thresholds(view, plot),
    ...areas(drawn, plot),
    ...drawn
      .flatMap((one) => lines(one.series.pieces, one.isRight ? right : plot, `line-${one.color}`))
      .reverse(),
    ...drawClock(time, { ...plot.box, y: plot.box.y + plot.box.height, height: clockHeight }),
    ...(below === 0 ? [] : drawNames(names, colors, legendBox)),
  ];
};

/** Where all have an axis on the right, the numbers on the left are theirs. */
function onAxis(side: "left" | "right", drawn: readonly DrawnSeries[]): ShownSeries[] {
  const onSide = drawn.filter(({ isRight }) => isRight === (side === "right"));
  return (onSide.length === 0 ? drawn : onSide).map(({ series }) => series);
}

/** What has an axis of its own is as high as its own values need. */
function rightAxis(view: PanelView<"time series">, drawn: readonly DrawnSeries[], room: Box): Plot {
  const panel = { ...view.panel, min: undefined, max: undefined, thresholds: [] };
  return plotOf({ ...view, panel }, onAxis("right", drawn), room);
}

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

/** Between a stacked line and the one below it. */
function areas(drawn: readonly DrawnSeries[], { x, y, box }: Plot): SvgElement[] {
  const stack = drawn.filter(({ isStacked }) => isStacked);
  return stack.flatMap(({ series: { pieces }, color }, index) =>
    pieces.flatMap((piece) => {
      const below = stack[index - 1]?.series.pieces.flat() ?? [];
      const base = (atMs: number) => below.find((point) => point.atMs === atMs)?.value;
      const place = (atMs: number, height: number) => `${svgNumber(x(atMs))} ${svgNumber(height)}`;
      const back = piece.toReversed().map(({ atMs }) => {
        const under = base(atMs);
        return place(atMs, under === undefined ? box.y + box.height : y(under));
      });
      const forth = piece.map(({ atMs, value }) => place(atMs, y(value)));
      return [svgElement("path", { class: `area-${color}`, d: `M${[...forth, ...back].join("L")}` })];
    }),
  );
}
