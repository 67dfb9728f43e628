import type { PanelModel } from "../../panels/panel-model.ts";
import { widthOf, type Box } from "../sheet.ts";
import type { Mark } from "../strip.ts";
import { valueAxis, type ValueAxis } from "../value-axis.ts";
import type { PanelView } from "./panel-view.ts";
import type { ShownSeries } from "./values.ts";

/** Where values and moments lie in a panel. */
export interface Plot extends Pick<ValueAxis, "ticks"> {
  /** Of the lines, without the numbers beside them. */
  readonly box: Box;
  readonly x: (atMs: number) => number;
  readonly y: (value: number) => number;
}

/** Room for the lines of a panel: its axis reaches from the lowest to the highest of values, thresholds and what the author set. */
export function plotOf({ panel, time }: PanelView, series: readonly ShownSeries[], room: Box): Plot {
  // Half of the highest number is above the lines.
  const above = 6;
  const { low, high, ticks } = axisOf(panel, series, Math.max(10, room.height - above));
  const left = Math.max(24, ...ticks.map(({ text }) => widthOf(text, "small") + 8));
  const box = {
    x: room.x + left,
    y: room.y + above,
    width: Math.max(10, room.width - left - 4),
    height: Math.max(10, room.height - above),
  };
  return {
    box,
    ticks,
    x: (atMs) => box.x + (box.width * (atMs - time.fromMs)) / (time.toMs - time.fromMs || 1),
    y: (value) => box.y + (box.height * (high - value)) / (high - low),
  };
}

function axisOf(panel: PanelModel, series: readonly ShownSeries[], height: number): ValueAxis {
  const said = [panel.min, panel.max, ...panel.thresholds.map(({ value }) => value)];
  const marks = said.flatMap((value): Mark[] =>
    value === undefined ? [] : [{ kind: "ok", value: plain(value), text: "" }],
  );
  const lines = series.map(({ pieces }) => ({ of: "good" as const, pieces }));
  const { low, high, ticks } = valueAxis({ lines, marks, unit: panel.unit ?? "none" }, height);
  // Where its author says the end, it ends there.
  const ends = { low: panel.min ?? low, high: panel.max ?? high };
  return { ...ends, ticks: ticks.filter(({ value }) => value >= ends.low && value <= ends.high) };
}

/** `> 0` begins a little above 0: no axis is made for so little. */
function plain(value: number): number {
  return Math.abs(value) < 1e-6 ? 0 : value;
}
