import { svgElement, type SvgElement } from "../text/svg.ts";
import { drawLegend, legendHeight, legendOf } from "./draw-legend.ts";
import { drawStates, statesHeight } from "./draw-states.ts";
import { drawStrip, stripHeight, textAt } from "./draw-strip.ts";
import { drawTimeAxis, timeAxisHeight } from "./draw-time-axis.ts";
import { fitFirst, fontSize, frameOf, gap, lineHeight, pictureWidth, type Frame } from "./frame.ts";
import type { PicturePanel } from "./panel.ts";
import type { PictureText, Which } from "./picture-text.ts";
import { patterns, styleOf, type Theme } from "./theme.ts";

/** One plot may be high; where there are several, each is as high as its words need. */
const plotHeights = { alone: 130, few: 90, many: 66 } as const;

/**
 * The root elements of a picture, one for each theme: its plots one below the other, when the alert fires, and the legend.
 *
 * None is higher than 600 pixels: that is what a laptop shows of a page at once.
 */
export function drawPicture(
  panel: PicturePanel,
  words: PictureText,
  { index, count }: Which,
  themes: readonly Theme[],
): SvgElement[] {
  const plotHeight = plotHeightOf(panel);
  const frame = frameOf(panel, plotHeight);
  const drawn: SvgElement[] = [];
  let top = gap;
  if (count > 1) {
    drawn.push(textAt(`Scenario ${index + 1} of ${count}`, gap, top + fontSize, "strong"));
    top += lineHeight + gap;
  }
  drawn.push(...drawPanel(panel, frame, plotHeight, top));
  top += panelHeight(panel, plotHeight);
  for (const note of panel.notes) {
    drawn.push(textAt(fitFirst(note, fontSize, pictureWidth - 2 * gap), gap, top + fontSize, "muted"));
    top += lineHeight + 2;
  }
  const entries = legendOf(panel);
  drawn.push(...drawLegend(entries, top));
  const height = Math.ceil(top + legendHeight(entries) + gap);
  return themes.map((theme) => rootOf(words, theme, height, drawn));
}

function rootOf(
  { title, description }: PictureText,
  theme: Theme,
  height: number,
  drawn: readonly SvgElement[],
): SvgElement {
  return svgElement(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: pictureWidth,
      height,
      viewBox: `0 0 ${pictureWidth} ${height}`,
      role: "img",
      "aria-labelledby": "title description",
    },
    svgElement("title", { id: "title" }, title),
    svgElement("desc", { id: "description" }, description),
    svgElement("style", {}, styleOf(theme)),
    patterns(),
    svgElement("rect", { class: "background", width: pictureWidth, height }),
    ...drawn,
  );
}

function plotHeightOf({ strips }: PicturePanel): number {
  const marks = Math.max(0, ...strips.map((strip) => strip.marks.length));
  const wanted =
    strips.length <= 1 ? plotHeights.alone : strips.length <= 3 ? plotHeights.few : plotHeights.many;
  return Math.max(wanted, marks * lineHeight);
}

function panelHeight({ strips }: PicturePanel, plotHeight: number): number {
  return strips.length * stripHeight(plotHeight) + statesHeight + timeAxisHeight + gap;
}

function drawPanel(panel: PicturePanel, frame: Frame, plotHeight: number, top: number): SvgElement[] {
  const { strips, states, moments } = panel;
  const plots = strips.flatMap((strip, index) =>
    drawStrip(strip, { frame, moments, states, top: top + index * stripHeight(plotHeight), plotHeight }),
  );
  const below = top + strips.length * stripHeight(plotHeight);
  return [...plots, ...drawStates(panel, frame, below), ...drawTimeAxis(panel, frame, below + statesHeight)];
}
