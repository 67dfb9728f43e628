import { svgElement, svgNumber, type SvgElement } from "../../text/svg.ts";
import { tile, type Box } from "../sheet.ts";
import { centred, columns, largest, nothingToShow, type PanelDrawing, type PanelView } from "./panel-view.ts";
import { colorOf, currentOf, lastOf, nameOf, shownText, type ShownSeries } from "./values.ts";

const sizes = ["strong great", "strong number", "strong title", "strong", "strong small"];
const nameHeight = 16;
/** Of the height, what the history behind a number takes. */
const historyShare = 0.4;

/** A large number for each series, in the colour of its threshold; the whole tile has the colour of a state. */
export const drawStat: PanelDrawing<"stat"> = (view) => {
  const { panel, series, time, box } = view;
  const current = currentOf(series, time);
  if (current.length === 0) return nothingToShow(view);
  return columns(box, current.length, 8).flatMap((room, index) => {
    const one = current[index];
    return one ? numberOf(one, room, view, current.length > 1 ? nameOf(one, panel, current) : undefined) : [];
  });
};

function numberOf(
  series: ShownSeries,
  room: Box,
  { panel, time }: PanelView<"stat">,
  name: string | undefined,
): SvgElement[] {
  const value = lastOf(series);
  if (value === undefined) return [];
  const text = shownText(value, panel);
  const color = colorOf(value, panel);
  const isState = panel.valueNames !== undefined;
  const hasHistory = !isState && panel.queries.some(({ instant }) => !instant);
  const words =
    name === undefined ? room : { ...room, y: room.y + nameHeight, height: room.height - nameHeight };
  const above = hasHistory ? { ...words, height: words.height * (1 - historyShare) } : words;
  const named = { ...room, height: nameHeight };
  return [
    ...(isState ? tile(room, `tile-${color}`) : []),
    ...(hasHistory
      ? history(
          series,
          { ...words, y: above.y + above.height, height: words.height * historyShare },
          time,
          color,
        )
      : []),
    ...(name === undefined ? [] : [centred(name, named, isState ? "on-color" : "muted")]),
    centred(text, above, `${isState ? "on-color" : `fill-${color}`} ${largest(text, above, sizes)}`),
  ];
}

/** The way of the number to where it is, without an axis. */
function history({ pieces }: ShownSeries, box: Box, time: PanelView["time"], color: string): SvgElement[] {
  const values = pieces.flatMap((piece) => piece.map(({ value }) => value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // What differs by less than can be seen is flat.
  const isFlat = high - low <= 1e-6 * Math.abs(high);
  const x = (atMs: number) => box.x + (box.width * (atMs - time.fromMs)) / (time.toMs - time.fromMs || 1);
  const y = (value: number) =>
    box.y + box.height * (0.9 - (isFlat ? 0.3 : (0.8 * (value - low)) / (high - low)));
  return pieces.flatMap((piece) => {
    const places = piece.map(({ atMs, value }) => `${svgNumber(x(atMs))} ${svgNumber(y(value))}`);
    const [first, last] = [piece[0], piece.at(-1)];
    if (!first || !last) return [];
    const base = svgNumber(box.y + box.height);
    const area = `M${svgNumber(x(first.atMs))} ${base}L${places.join("L")}L${svgNumber(x(last.atMs))} ${base}`;
    return [
      svgElement("path", { class: `area-${color}`, d: area }),
      svgElement("path", { class: `line-${color}`, d: `M${places.join("L")}` }),
    ];
  });
}
