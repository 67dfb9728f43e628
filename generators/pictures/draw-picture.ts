import { svgElement, type SvgElement } from "../text/svg.ts";
import { drawLegend, legendHeight, legendOf } from "./draw-legend.ts";
import { drawStates, statesHeight } from "./draw-states.ts";
import { drawStrip, stripHeight, textAt } from "./draw-strip.ts";
import { drawTimeAxis, timeAxisHeight } from "./draw-time-axis.ts";
import { fontSize, frameOf, gap, lineHeight, pictureWidth, type Frame } from "./frame.ts";
import type { PicturePanel, PictureText } from "./panel.ts";
import { patterns, styleOf, type Theme } from "./theme.ts";

/** One plot may be high; where there are many, each is as high as its words need. */
const plotHeights = { alone: 130, one: 90, many: 66 } as const;

/** The root elements of a picture, one for each theme: its panels one below the other, and the legend. */
export function drawPicture(
  panels: readonly PicturePanel[],
  words: PictureText,
  themes: readonly Theme[],
): SvgElement[] {
  const plotHeight = plotHeightOf(panels);
  const frame = frameOf(panels, plotHeight);
  const drawn: SvgElement[] = [];
  let top = gap;
  for (const [index, panel] of panels.entries()) {
    if (panels.length > 1) {
      drawn.push(textAt(`Scenario ${index + 1} of ${panels.length}`, gap, top + fontSize, "strong"));
      top += lineHeight + gap;
    }
    drawn.push(...drawPanel(panel, frame, plotHeight, top));
    top += panelHeight(panel, plotHeight);
  }
  const entries = legendOf(panels);
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

function plotHeightOf(panels: readonly PicturePanel[]): number {
  const count = panels.reduce((sum, { strips }) => sum + strips.length, 0);
  const marks = Math.max(0, ...panels.flatMap(({ strips }) => strips.map((strip) => strip.marks.length)));
  const wanted = count <= 1 ? plotHeights.alone : count <= 3 ? plotHeights.one : plotHeights.many;
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
