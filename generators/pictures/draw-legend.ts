import { svgElement, type SvgElement } from "../text/svg.ts";
import { textAt } from "./draw-strip.ts";
import { fontSize, gap, lineHeight, pictureWidth, textWidth } from "./frame.ts";
import type { PicturePanel } from "./panel.ts";

const keyWidth = 28;

interface Entry {
  readonly kind: "line" | "area";
  /** The class of a line, or the pattern of an area. */
  readonly name: string;
  readonly text: string;
}

/** What the lines and areas of a panel are; only those that are there. */
export function legendOf({ strips, states }: PicturePanel): Entry[] {
  const lines = new Set<string>(strips.flatMap((strip) => strip.lines.map(({ of }) => of)));
  const marks = new Set<string>([
    ...lines,
    ...strips.flatMap((strip) => strip.marks.map(({ kind }) => kind)),
  ]);
  const areas = new Set<string>(states.map(({ kind }) => kind));
  if (strips.some(({ gaps }) => gaps.length > 0)) areas.add("gap");
  const entry = (set: ReadonlySet<string>, kind: Entry["kind"], name: string, text: string): Entry[] =>
    set.has(name) ? [{ kind, name, text }] : [];
  return [
    ...entry(lines, "line", "bad", "what goes bad"),
    ...entry(lines, "line", "good", "another instance, which stays healthy"),
    ...entry(marks, "line", "threshold", "threshold"),
    ...entry(marks, "line", "limit", "limit, which must not fire"),
    ...entry(areas, "area", "gap", "no data"),
    ...entry(areas, "area", "pending", "pending"),
    ...entry(areas, "area", "firing", "firing"),
    ...entry(areas, "area", "ending", "resolved at its end"),
  ];
}

/** Where each entry is: in rows as wide as the picture. */
function placesOf(entries: readonly Entry[]): { readonly x: number; readonly row: number }[] {
  let [x, row] = [gap, 0];
  return entries.map(({ text }) => {
    const width = keyWidth + gap + textWidth(text, fontSize) + 2 * gap;
    if (x > gap && x + width > pictureWidth) [x, row] = [gap, row + 1];
    const place = { x, row };
    x += width;
    return place;
  });
}

export function legendHeight(entries: readonly Entry[]): number {
  const rows = (placesOf(entries).at(-1)?.row ?? -1) + 1;
  return rows * (lineHeight + 2) + gap;
}

export function drawLegend(entries: readonly Entry[], top: number): SvgElement[] {
  const places = placesOf(entries);
  return entries.flatMap((entry, index) => {
    const { x = 0, row = 0 } = places[index] ?? {};
    const middle = top + row * (lineHeight + 2) + lineHeight / 2;
    return [
      drawKey(entry, x, middle),
      textAt(entry.text, x + keyWidth + gap, middle + fontSize / 3, "muted"),
    ];
  });
}

function drawKey({ kind, name }: Entry, x: number, middle: number): SvgElement {
  if (kind === "line")
    return svgElement("line", { class: name, x1: x, y1: middle, x2: x + keyWidth, y2: middle });
  const height = fontSize;
  const box = { x, y: middle - height / 2, width: keyWidth, height };
  return svgElement("rect", { class: `${name}-state`, ...box, fill: `url(#${name})` });
}
