import type { Moments } from "./strip.ts";
import type { PicturePanel } from "./panel.ts";
import { valueAxis } from "./value-axis.ts";

/** Pixels; a code host shows a page about this wide. */
export const pictureWidth = 720;
export const fontSize = 12;
/** From the base of a line of text to the next. */
export const lineHeight = 16;
/** What a text keeps free of everything beside it. */
export const gap = 6;
/** From the plot to the names of its heights. */
export const leaderWidth = 14;

/** No plot is narrower than this, however long the texts beside it are. */
const leastPlot = 300;

/** Where plots lie from left to right, the same in the whole picture. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  /** How much room a text at the right has. */
  readonly marginWidth: number;
}

/** As wide as the texts to both sides leave. */
export function frameOf({ strips, since }: PicturePanel, plotHeight: number): Frame {
  const ticks = strips.flatMap((strip) => valueAxis(strip, plotHeight).ticks.map(({ text }) => text));
  const texts = [...strips.flatMap(({ marks }) => marks.map(({ text }) => text)), since];
  const widest = (list: readonly string[]) => Math.max(0, ...list.map((text) => textWidth(text, fontSize)));
  const left = Math.ceil(2 * gap + Math.max(widest(ticks), widest(["alert"])));
  const wanted = Math.ceil(widest(texts));
  const marginWidth = Math.min(wanted, pictureWidth - left - leastPlot - leaderWidth - gap);
  return { left, right: pictureWidth - marginWidth - leaderWidth - gap, marginWidth };
}

/** Where a moment lies. */
export function placeOfMoment({ left, right }: Frame, { fromMs, toMs }: Moments): (atMs: number) => number {
  return (atMs) => left + ((right - left) * (atMs - fromMs)) / (toMs - fromMs || 1);
}

/** Widths of signs in a wide sans-serif font, as shares of its size; those of most others are smaller. */
const widths: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[iljI.,:;'|!/\\ ()[\]`]/, 0.4],
  [/[mwMW%@—…]/, 1],
  [/[+=<>~^#×≤≥≠−]/, 0.84],
  [/[A-Z]/, 0.76],
  [/[\u{0}-\u{7f}]/u, 0.64],
];
/** Of any other sign: as wide as it is high. */
const widest = 1;

/** Each sign's share, looked up once: all words of all pictures are measured. */
const known = new Map(
  Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code)).map((sign) => [sign, shareOf(sign)]),
);

function shareOf(sign: string): number {
  return widths.find(([pattern]) => pattern.test(sign))?.[1] ?? widest;
}

/** How wide a text is at most when it is drawn, in pixels. */
export function textWidth(text: string, size: number): number {
  let shares = 0;
  for (const sign of text) shares += known.get(sign) ?? shareOf(sign);
  return shares * size;
}

/** The first of these texts that fits; where none does, as much of the last as there is room for. */
export function fitFirst(texts: readonly string[], size: number, width: number): string {
  const fitting = texts.find((text) => textWidth(text, size) <= width);
  return fitting ?? fitText(texts.at(-1) ?? "", size, width);
}

/** The text, or as much of its start as fits, with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && textWidth(`${signs.join("")}…`, size) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}
