import { svgElement, type SvgElement } from "../text/svg.ts";
import { textAt } from "./draw-strip.ts";
import { fontSize, gap, leaderWidth, lineHeight, placeOfMoment, type Frame, textWidth } from "./frame.ts";
import type { PicturePanel } from "./panel.ts";
import { ticks, timeStep } from "./value-axis.ts";

const tickLength = 4;
export const timeAxisHeight = tickLength + lineHeight + gap;

const units = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
] as const;

/** Moments below the plots, counted from when the series go bad. */
export function drawTimeAxis({ moments, since }: PicturePanel, frame: Frame, top: number): SvgElement[] {
  const { fromMs, badMs, toMs } = moments;
  const { left, right, marginWidth } = frame;
  const x = placeOfMoment(frame, moments);
  const [from, to] = [(fromMs - badMs) / 1000, (toMs - badMs) / 1000];
  const step = stepFor(from, to, right - left);
  const base = top + tickLength + fontSize;
  const shown = ticks(from, to, step).filter((second) =>
    fits(timeText(second, step), x(second * 1000 + badMs), frame),
  );
  return [
    svgElement("line", { class: "axis", x1: left, y1: top, x2: right, y2: top }),
    ...shown.flatMap((second) => {
      const at = x(second * 1000 + badMs);
      return [
        svgElement("line", { class: "axis", x1: at, y1: top, x2: at, y2: top + tickLength }),
        textAt(timeText(second, step), at, base, "muted", "middle"),
      ];
    }),
    ...(marginWidth > 0 ? [textAt(since, right + leaderWidth, base, "muted")] : []),
  ];
}

/** A step whose texts do not touch each other. */
function stepFor(from: number, to: number, width: number): number {
  const widest = textWidth("−88.8 min", fontSize) + 2 * gap;
  const most = Math.max(2, Math.floor(width / widest));
  return timeStep((to - from) / most);
}

/** Half of the text lies beyond its tick: into the room at the left, but not into the words at the right. */
function fits(text: string, at: number, { left, right }: Frame): boolean {
  const half = textWidth(text, fontSize) / 2;
  return at - half >= left - half && at + half <= right + leaderWidth - gap / 2;
}

/** `−10 min`, `0`, `6 h`: in the largest unit of which the step is a whole number. */
function timeText(seconds: number, step: number): string {
  if (seconds === 0) return "0";
  const [name, size] = units.find(([, one]) => step >= one && step % one === 0) ?? ["s", 1];
  const amount = Number((Math.abs(seconds) / size).toPrecision(10));
  return `${seconds < 0 ? "−" : ""}${amount} ${name}`;
}
