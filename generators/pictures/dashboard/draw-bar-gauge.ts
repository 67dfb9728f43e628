import { textAt } from "../draw-strip.ts";
import { fitted } from "../sheet.ts";
import { endsOf } from "./ends.ts";
import { filled, nothingToShow, rows, type PanelDrawing } from "./panel-view.ts";
import { colorOf, currentOf, lastOf, nameOf, shownText } from "./values.ts";

const lineHeight = 16;
const mostBar = 22;

/** A bar for each series, with its name above it and its value behind it; as many as there is room for. */
export const drawBarGauge: PanelDrawing<"bar gauge"> = (view) => {
  const { panel, series, time, box } = view;
  const current = currentOf(series, time);
  if (current.length === 0) return nothingToShow(view);
  const [low, high] = endsOf(panel, series);
  const shown = current.slice(0, Math.max(1, Math.floor(box.height / (lineHeight + 12))));
  return rows(box, shown.length, 4).flatMap((room, index) => {
    const one = shown[index];
    const value = one && lastOf(one);
    if (!one || value === undefined) return [];
    const share = Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
    const bar = { ...room, y: room.y + lineHeight, height: Math.min(mostBar, room.height - lineHeight) };
    const text = fitted(shownText(value, panel), "strong", room.width / 2);
    return [
      textAt(fitted(nameOf(one, panel, current), "muted", room.width / 2 - 6), room.x, room.y + 12, "muted"),
      textAt(text, room.x + room.width, room.y + 12, `strong fill-${colorOf(value, panel)}`, "end"),
      filled(bar, "track"),
      filled({ ...bar, width: bar.width * share }, `fill-${colorOf(value, panel)}`),
    ];
  });
};
