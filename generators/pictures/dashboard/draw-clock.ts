import { formatDuration } from "../../language/duration.ts";
import type { SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { widthOf, type Box } from "../sheet.ts";
import type { TimeSpan } from "../strip.ts";

/** When the shown time starts and ends, below a plot: `1h ago`, `now`, and the middle where there is room. */
export function drawClock({ fromMs, toMs }: TimeSpan, { x, y, width }: Box): SvgElement[] {
  const ago = (ms: number) => `${formatDuration(ms)} ago`;
  const [start, middle] = [ago(toMs - fromMs), ago((toMs - fromMs) / 2)];
  const base = y + 12;
  const words = widthOf(start, "small") + widthOf("now", "small") + 12;
  // The middle has room where half of it and the start fit into half of the width.
  const hasMiddle = widthOf(start, "small") + widthOf(middle, "small") / 2 + 12 < width / 2;
  return [
    ...(words <= width ? [textAt(start, x, base, "muted small")] : []),
    ...(hasMiddle ? [textAt(middle, x + width / 2, base, "muted small", "middle")] : []),
    textAt("now", x + width, base, "muted small", "end"),
  ];
}
