import type { SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { fitted, widthOf, type Box } from "../sheet.ts";
import type { Piece } from "../strip.ts";
import { drawClock } from "./draw-clock.ts";
import { centred, filled, nothingToShow, rows, type PanelDrawing, type PanelView } from "./panel-view.ts";
import { colorOf, nameOf, shownText } from "./values.ts";

const clockHeight = 16;
const leastBand = 15;
const mostBand = 34;

/** A band for each series, in the colours of its states, with the name of the state where it has room. */
export const drawStateTimeline: PanelDrawing<"state timeline"> = (view) => {
  const { panel, series, time, box } = view;
  if (series.length === 0) return nothingToShow(view);
  const room = { ...box, height: box.height - clockHeight };
  const shown = series.slice(0, Math.max(1, Math.floor(room.height / leastBand)));
  const names = shown.map((one) => fitted(nameOf(one, panel, series), "small", box.width / 3));
  const left = Math.max(...names.map((name) => widthOf(name, "small"))) + 8;
  const bands = {
    ...room,
    x: room.x + left,
    width: room.width - left,
    height: Math.min(room.height, shown.length * mostBand),
  };
  return [
    ...rows(bands, shown.length, 3).flatMap((band, index) => [
      textAt(names[index] ?? "", band.x - 6, band.y + band.height / 2 + 3.5, "muted small", "end"),
      ...(shown[index]?.pieces ?? []).flatMap((piece) => statesIn(piece, band, view)),
    ]),
    ...drawClock(time, { ...bands, y: box.y + box.height - clockHeight, height: clockHeight }),
  ];
};

/** A band for as long as the state is the same. */
function statesIn(piece: Piece, band: Box, { panel, time }: PanelView): SvgElement[] {
  const x = (atMs: number) => band.x + (band.width * (atMs - time.fromMs)) / (time.toMs - time.fromMs || 1);
  const starts = piece.filter(({ value }, index) => index === 0 || piece[index - 1]?.value !== value);
  return starts.flatMap(({ atMs, value }, index) => {
    const endMs = starts[index + 1]?.atMs ?? piece.at(-1)?.atMs ?? atMs;
    const state = { ...band, x: x(atMs), width: x(endMs) - x(atMs) };
    const text = shownText(value, panel);
    const hasRoom = widthOf(text, "small") + 4 <= state.width;
    return [
      filled(state, `fill-${colorOf(value, panel)}`),
      ...(hasRoom ? [centred(text, state, "on-color small")] : []),
    ];
  });
}
