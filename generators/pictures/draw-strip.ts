import { svgElement, svgNumber, type SvgElement } from "../text/svg.ts";
import {
  fontSize,
  gap,
  leaderWidth,
  lineHeight,
  pictureWidth,
  fitFirst,
  placeOfMoment,
  type Frame,
  fitText,
} from "./frame.ts";
import type { StateSpan } from "./panel.ts";
import { spread } from "./spread.ts";
import type { Line, Mark, Moments, Piece, Strip } from "./strip.ts";
import { unitWord, valueAxis } from "./value-axis.ts";

/** Where a strip is drawn, and what is drawn behind it. */
export interface StripPlace {
  readonly frame: Frame;
  readonly moments: Moments;
  readonly states: readonly StateSpan[];
  /** The top of its title. */
  readonly top: number;
  readonly plotHeight: number;
}

/** How much room a strip needs. */
export function stripHeight(plotHeight: number): number {
  return lineHeight + gap + plotHeight + gap;
}

/** A title, a plot below it, and the names of heights at its right. */
export function drawStrip(strip: Strip, place: StripPlace): SvgElement[] {
  const { frame, moments, states, top, plotHeight } = place;
  const axis = valueAxis(strip, plotHeight);
  const plotTop = top + lineHeight + gap;
  const y = (value: number) => plotTop + (plotHeight * (axis.high - value)) / (axis.high - axis.low);
  const x = placeOfMoment(frame, moments);
  const height = { y: plotTop, height: plotHeight };
  const { left, right } = frame;
  const across = (name: string, at: number) =>
    svgElement("line", { class: name, x1: left, y1: at, x2: right, y2: at });
  const area = (name: string, fromMs: number, toMs: number, fill?: string) =>
    svgElement("rect", {
      class: name,
      x: x(fromMs),
      width: x(toMs) - x(fromMs),
      ...height,
      ...(fill ? { fill } : {}),
    });
  return [
    titleOf(strip, top),
    ...states.map(({ kind, fromMs, toMs }) => area(`faint ${kind}-area`, fromMs, toMs, `url(#${kind})`)),
    ...strip.gaps.map(({ fromMs, toMs }) => area("gap-area", fromMs, toMs, "url(#gap)")),
    ...axis.ticks.map(({ value }) => across("grid", y(value))),
    ...axis.ticks.map(({ value, text }) => textAt(text, left - gap, y(value) + fontSize / 3, "muted", "end")),
    svgElement("rect", { class: "outline", x: left, width: right - left, ...height }),
    ...[...strip.lines].reverse().map((line) => drawLine(line, x, y)),
    // Above what it may lie on; being thinner, and the limit dotted, none of them hides another.
    ...strip.marks.filter(isLine).map(({ kind, value }) => across(kind, y(value))),
    ...drawMarks(strip.marks, frame, y, plotTop, plotHeight),
  ];
}

function titleOf({ title, words, unit }: Strip, top: number): SvgElement {
  const word = unitWord(unit);
  const suffix = word === "" ? "" : ` (${word})`;
  const room = pictureWidth - 2 * gap;
  const wordings = [title, ...(words === undefined ? [] : [words])].map((text) => `${text}${suffix}`);
  const shown = fitFirst(wordings, fontSize, room);
  return textAt(shown, gap, top + fontSize);
}

function isLine({ kind }: Mark): boolean {
  return kind === "threshold" || kind === "limit";
}

function drawLine(
  { of, pieces }: Line,
  x: (atMs: number) => number,
  y: (value: number) => number,
): SvgElement {
  const path = pieces.map((piece) => pathOf(piece, x, y)).join("");
  return svgElement("path", { class: of, d: path });
}

function pathOf(piece: Piece, x: (atMs: number) => number, y: (value: number) => number): string {
  const places = piece.map(({ atMs, value }) => `${svgNumber(x(atMs))} ${svgNumber(y(value))}`);
  const different = places.filter((text, index) => text !== places[index - 1]);
  return different.map((text, index) => `${index === 0 ? "M" : "L"}${text}`).join("");
}

/** The names of heights: each as near to its height as the others leave it, with a line from there. */
function drawMarks(
  marks: readonly Mark[],
  { right, marginWidth }: Frame,
  y: (value: number) => number,
  top: number,
  height: number,
): SvgElement[] {
  // From the highest; at one height the threshold stands in the middle of what fires and what does not.
  const sorted = marks.toSorted((a, b) => y(a.value) - y(b.value));
  const items = sorted.map(({ value }) => ({ wanted: y(value), size: lineHeight }));
  const middles = spread(items, top - lineHeight / 2, top + height + lineHeight / 2);
  return sorted.flatMap(({ text, value }, index) => {
    const middle = middles[index] ?? 0;
    const [x1, x2] = [right, right + leaderWidth - 3];
    return [
      svgElement("line", { class: "leader", x1, y1: y(value), x2, y2: middle }),
      textAt(fitText(text, fontSize, marginWidth), right + leaderWidth, middle + fontSize / 3),
    ];
  });
}

/** @param y the base of the text */
export function textAt(
  text: string,
  x: number,
  y: number,
  name = "",
  anchor: "start" | "middle" | "end" = "start",
): SvgElement {
  return svgElement(
    "text",
    {
      ...(name === "" ? {} : { class: name }),
      x,
      y,
      ...(anchor === "start" ? {} : { "text-anchor": anchor }),
    },
    text,
  );
}
