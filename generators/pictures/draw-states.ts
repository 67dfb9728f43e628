import { svgElement, type SvgElement } from "../text/svg.ts";
import { textAt } from "./draw-strip.ts";
import { fontSize, gap, lineHeight, placeOfMoment, type Frame, textWidth } from "./frame.ts";
import type { PicturePanel } from "./panel.ts";
import { spread } from "./spread.ts";

/** The words below the band are bold, and so much wider. */
const boldness = 1.1;
/** Of the band itself. */
const bandHeight = 12;

export const statesHeight = bandHeight + gap + lineHeight + gap;

/** A band that says when the alert is pending and firing, with the words below it. */
export function drawStates({ states, moments }: PicturePanel, frame: Frame, top: number): SvgElement[] {
  const { left, right } = frame;
  const x = placeOfMoment(frame, moments);
  const band = { y: top, height: bandHeight };
  const items = states.map(({ text, fromMs, toMs }) => ({
    wanted: (x(fromMs) + x(toMs)) / 2,
    size: textWidth(text, fontSize) * boldness + gap,
  }));
  const middles = spread(items, left, right);
  const base = top + bandHeight + gap + fontSize;
  return [
    textAt("alert", left - gap, top + fontSize - 2, "muted", "end"),
    ...states.map(({ kind, fromMs, toMs }) =>
      svgElement("rect", {
        class: `${kind}-state`,
        x: x(fromMs),
        width: x(toMs) - x(fromMs),
        ...band,
        fill: `url(#${kind})`,
      }),
    ),
    svgElement("rect", { class: "outline", x: left, width: right - left, ...band }),
    ...states.map(({ text, fromMs, toMs }, index) => {
      const middle = middles[index] ?? 0;
      const from = (x(fromMs) + x(toMs)) / 2;
      return svgElement(
        "g",
        {},
        svgElement("line", {
          class: "leader",
          x1: from,
          y1: top + bandHeight,
          x2: middle,
          y2: base - fontSize + 2,
        }),
        textAt(text, middle, base, "strong", "middle"),
      );
    }),
  ];
}
