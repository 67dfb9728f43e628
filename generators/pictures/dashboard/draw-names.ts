import type { SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { fitted, seriesColor, widthOf, type Box } from "../sheet.ts";
import { filled } from "./panel-view.ts";

const keyWidth = 10;
const lineHeight = 14;
/** A legend takes no more lines: the rest is named by how many there are. */
const mostLines = 2;

interface Entry {
  readonly text: string;
  readonly x: number;
  readonly line: number;
  /** Of the series; undefined: it stands for those that have no room. */
  readonly index: number | undefined;
}

/** The names of series one after the other, in lines as wide as this. */
function entriesOf(names: readonly string[], width: number): Entry[] {
  const entries: Entry[] = [];
  let [x, line] = [0, 0];
  for (const [index, name] of names.entries()) {
    const more = `and ${names.length - index} more`;
    const text = fitted(name, "small", width - keyWidth - widthOf(more, "small") - 14);
    const size = keyWidth + 4 + widthOf(text, "small") + 10;
    const isLast = index === names.length - 1;
    const needed = size + (isLast ? 0 : widthOf(more, "small"));
    const isFull = line === mostLines - 1 && x > 0 && x + needed > width;
    if (isFull) return [...entries, { text: more, x, line, index: undefined }];
    if (x > 0 && x + size > width) [x, line] = [0, line + 1];
    entries.push({ text, x, line, index });
    x += size;
  }
  return entries;
}

export function namesHeight(names: readonly string[], { width }: Pick<Box, "width">): number {
  return (Math.max(0, ...entriesOf(names, width).map(({ line }) => line)) + 1) * lineHeight + 2;
}

/** A square in the colour of each series, and its name. */
export function drawNames(
  names: readonly string[],
  colors: readonly string[],
  { x, y, width }: Box,
): SvgElement[] {
  return entriesOf(names, width).flatMap(({ text, x: left, line, index }) => {
    const top = y + line * lineHeight + 4;
    if (index === undefined) return [textAt(text, x + left, top + 8, "muted small")];
    return [
      filled(
        { x: x + left, y: top + 2, width: keyWidth, height: 4 },
        `fill-${colors[index] ?? seriesColor(index)}`,
      ),
      textAt(text, x + left + keyWidth + 4, top + 8, "muted small"),
    ];
  });
}
