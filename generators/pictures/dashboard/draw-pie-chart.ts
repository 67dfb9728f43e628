import { svgElement, svgNumber, type SvgElement } from "../../text/svg.ts";
import type { SliceText } from "../../language/panel.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import { textAt } from "../draw-strip.ts";
import { fitted, seriesColor, widthOf } from "../sheet.ts";
import { filled, nothingToShow, type PanelDrawing } from "./panel-view.ts";
import type { TimeSpan } from "../strip.ts";
import { currentOf, lastOf, nameOf, shownText, type ShownSeries } from "./values.ts";

const lineHeight = 18;
const hole = 0.6;

interface Slice {
  readonly from: number;
  readonly to: number;
  readonly texts: Readonly<Record<SliceText, string>>;
}

/** A slice for each series, the largest first, and its value and share behind its name. */
export const drawPieChart: PanelDrawing<"pie chart"> = (view) => {
  const { panel, series, time, box } = view;
  const slices = slicesOf(panel, series, time);
  if (slices.length === 0) return nothingToShow(view);
  const radius = Math.max(8, Math.min(box.height / 2 - 4, box.width * 0.2));
  const middle = { x: box.x + radius + 4, y: box.y + box.height / 2 };
  const inner = panel.own.shape === "donut" ? radius * hole : 0;
  const left = middle.x + radius + 14;
  const room = Math.max(1, Math.floor(box.height / lineHeight));
  const right = box.x + box.width;
  const width = right - left - 24;
  const write = textsBehind(slices, panel.own.legend, width);
  const top = box.y + (box.height - Math.min(room, slices.length) * lineHeight) / 2;
  return [
    ...slices.map((slice, index) =>
      svgElement("path", { class: `fill-${seriesColor(index)}`, d: slicePath(slice, middle, radius, inner) }),
    ),
    ...slices.flatMap((slice) => onSlice(slice, middle, radius, inner, panel.own.labels)),
    ...slices.slice(0, room).flatMap((slice, index) => {
      const y = top + index * lineHeight;
      const behind = write(slice);
      return [
        filled({ x: left, y: y + 4, width: 10, height: 10 }, `fill-${seriesColor(index)}`),
        textAt(fitted(slice.texts.name, "", width - widthOf(behind)), left + 14, y + 13),
        ...(behind === "" ? [] : [textAt(behind, right, y + 13, "muted", "end")]),
      ];
    }),
  ];
};

function slicesOf(
  panel: PanelModel<"pie chart">,
  series: readonly ShownSeries[],
  time: TimeSpan,
): readonly Slice[] {
  const parts = currentOf(series, time)
    .map((one) => ({ value: lastOf(one) ?? 0, name: nameOf(one, panel, series) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  let from = 0;
  return parts.map(({ value, name }) => {
    const slice = { from, to: from + value / total };
    from = slice.to;
    const percent = `${Math.round((100 * value) / total)}%`;
    return { ...slice, texts: { name, value: shownText(value, panel), percent } };
  });
}

/** What follows the names: as much for all as has room beside each of them. */
function textsBehind(
  slices: readonly Slice[],
  legend: readonly Exclude<SliceText, "name">[],
  room: number,
): (slice: Slice) => string {
  const choices = [...legend, undefined].map((_, index) => legend.slice(index));
  const write = (texts: typeof legend) => (slice: Slice) => texts.map((text) => slice.texts[text]).join("  ");
  const hasRoom = (texts: typeof legend) =>
    slices.every((slice) => widthOf(slice.texts.name) + widthOf(write(texts)(slice)) <= room);
  return write(choices.find(hasRoom) ?? []);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function at({ x, y }: Place, share: number, radius: number): Place {
  const angle = 2 * Math.PI * share;
  return { x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) };
}

function slicePath({ from, to }: Slice, middle: Place, radius: number, inner: number): string {
  const steps = Math.max(1, Math.ceil((to - from) * 72));
  const shares = Array.from({ length: steps + 1 }, (_, index) => from + ((to - from) * index) / steps);
  const places = [
    ...shares.map((share) => at(middle, share, radius)),
    ...shares.reverse().map((share) => at(middle, share, inner)),
  ];
  return `M${places.map(({ x, y }) => `${svgNumber(x)} ${svgNumber(y)}`).join("L")}`;
}

/** What is written on a slice that is wide enough for it. */
function onSlice(
  { from, to, texts }: Slice,
  middle: Place,
  radius: number,
  inner: number,
  labels: readonly SliceText[],
): SvgElement[] {
  const text = labels.map((label) => texts[label]).join(" ");
  const around = inner === 0 ? radius * 0.62 : (radius + inner) / 2;
  const room = Math.min(2 * Math.PI * around * (to - from), inner === 0 ? radius * 0.8 : radius - inner);
  if (text === "" || widthOf(text, "small") > room || room < 12) return [];
  const { x, y } = at(middle, (from + to) / 2, around);
  return [textAt(text, x, y + 3.5, "on-color small", "middle")];
}
