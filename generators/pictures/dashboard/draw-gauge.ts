import { svgElement, svgNumber, type SvgElement } from "../../text/svg.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import type { Box } from "../sheet.ts";
import { centred, columns, largest, nothingToShow, type PanelDrawing } from "./panel-view.ts";
import { endsOf } from "./ends.ts";
import { colorOf, currentOf, lastOf, nameOf, shownText } from "./values.ts";

/** From the left end over the top to the right one, in degrees from the top. */
const turn = 110;
const nameHeight = 16;

/** A number on a dial for each series: how far it is from the lowest to the highest, with the thresholds on the rim. */
export const drawGauge: PanelDrawing<"gauge"> = (view) => {
  const { panel, series, time, box } = view;
  const current = currentOf(series, time);
  if (current.length === 0) return nothingToShow(view);
  return columns(box, current.length, 8).flatMap((room, index) => {
    const one = current[index];
    const value = one && lastOf(one);
    if (!one || value === undefined) return [];
    const name = current.length > 1 ? nameOf(one, panel, current) : undefined;
    const height = room.height - (name === undefined ? 0 : nameHeight);
    return [
      ...dial(value, { ...room, height }, panel, endsOf(panel, series)),
      ...(name === undefined
        ? []
        : [centred(name, { ...room, y: room.y + height, height: nameHeight }, "muted")]),
    ];
  });
};

function dial(
  value: number,
  box: Box,
  panel: PanelModel<"gauge">,
  [low, high]: readonly [number, number],
): SvgElement[] {
  const radius = Math.max(10, Math.min(box.width / 2, box.height / 1.45));
  const middle = { x: box.x + box.width / 2, y: box.y + radius };
  const share = (number: number) => Math.min(1, Math.max(0, (number - low) / (high - low || 1)));
  const width = radius * 0.24;
  const ring = (from: number, to: number, name: string, outer: number, inner: number) =>
    svgElement("path", { class: name, d: ringPath(middle, from, to, outer, inner) });
  const text = shownText(value, panel);
  const room = {
    x: middle.x - radius * 0.7,
    y: middle.y - radius * 0.3,
    width: radius * 1.4,
    height: radius * 0.6,
  };
  const color = colorOf(value, panel);
  const borders = [
    0,
    ...panel.thresholds.flatMap((step) => (step.value === undefined ? [] : [share(step.value)])),
  ];
  return [
    ring(0, 1, "track", radius - 5, radius - 5 - width),
    ring(0, share(value), `fill-${color}`, radius - 5, radius - 5 - width),
    ...panel.thresholds.map(({ color: side }, index) =>
      ring(borders[index] ?? 0, borders[index + 1] ?? 1, `fill-${side}`, radius, radius - 3),
    ),
    centred(text, room, `fill-${color} ${largest(text, room, ["strong number", "strong title", "strong"])}`),
  ];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function ringPath(middle: Place, from: number, to: number, outer: number, inner: number): string {
  const steps = Math.max(1, Math.ceil((to - from) * 48));
  const shares = Array.from({ length: steps + 1 }, (_, index) => from + ((to - from) * index) / steps);
  const at = (share: number, radius: number) => {
    const angle = ((2 * share - 1) * turn * Math.PI) / 180;
    return `${svgNumber(middle.x + radius * Math.sin(angle))} ${svgNumber(middle.y - radius * Math.cos(angle))}`;
  };
  const places = [
    ...shares.map((share) => at(share, outer)),
    ...shares.reverse().map((share) => at(share, inner)),
  ];
  return `M${places.join("L")}`;
}
