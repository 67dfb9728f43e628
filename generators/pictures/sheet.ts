import { svgElement, type SvgElement } from "../text/svg.ts";
import { textWidth } from "./frame.ts";
import type { PictureText } from "./picture-text.ts";
import { styleOf, themes, type Theme } from "./theme.ts";

// What pictures of whole things have in common, such as a dashboard or a notification: a ground, tiles on it, words of several sizes.

/** Sizes of words by their class, in pixels; without one they have 12. */
export const textSizes: Readonly<Record<string, number>> = { small: 10, title: 14, number: 22, great: 30 };
const usualSize = 12;

/** The size of the words of a class such as `muted small`. */
export function sizeOf(name: string): number {
  return name.split(" ").reduce((size, one) => textSizes[one] ?? size, usualSize);
}

/** How wide words of a class are at most. Bold ones are wider. */
export function widthOf(text: string, name = ""): number {
  return textWidth(text, sizeOf(name)) * (name.split(" ").includes("strong") ? 1.1 : 1);
}

/** As much of the words as there is room for. */
export function fitted(text: string, name: string, width: number): string {
  if (widthOf(text, name) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && widthOf(`${signs.join("").trimEnd()}…`, name) > width) signs.pop();
  return signs.length === 0 ? "" : `${signs.join("").trimEnd()}…`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The colours that an author can name, as a theme has them. */
const namedColors = {
  red: "firing",
  orange: "threshold",
  yellow: "pending",
  blue: "bad",
  green: "good",
} as const satisfies Readonly<Record<string, keyof Theme>>;

interface Ground {
  readonly page: string;
  readonly tile: string;
  readonly series: readonly string[];
}

/**
 * Tiles stand out from the page a little; the series of a panel differ in lightness too. The first ones have none of the colours
 * that an author can name, so that a threshold is told from a line.
 */
const grounds: Readonly<Record<Theme["name"], Ground>> = {
  light: {
    page: "#f6f8fa",
    tile: "#ffffff",
    series: ["#8250df", "#0e7490", "#bf3989", "#6b7280", "#0550ae", "#1a7f37", "#bc4c00", "#9a6700"],
  },
  dark: {
    page: "#0d1117",
    tile: "#161b22",
    series: ["#d2a8ff", "#67e8f9", "#ff9bce", "#b1bac4", "#79c0ff", "#56d364", "#ffa657", "#e3b341"],
  },
};

/** How many colours there are for series. */
const seriesColors = grounds.light.series.length;

/** The number of the colour of a series; there are only so many. */
export function seriesColor(index: number): string {
  return String(index % seriesColors);
}

function sheetStyle(theme: Theme): string {
  const { page, tile, series } = grounds[theme.name];
  const colors: [string, string][] = [
    ...Object.entries(namedColors).map(([name, key]): [string, string] => [name, theme[key]]),
    ...series.map((color, index): [string, string] => [String(index), color]),
  ];
  return [
    styleOf(theme),
    ...Object.entries(textSizes).map(([name, size]) => `.${name}{font-size:${size}px}`),
    `.page{fill:${page}}`,
    // A thick edge with round joints rounds the corners.
    `.tile{fill:${tile};stroke:${tile};stroke-width:6;stroke-linejoin:round}`,
    `.tile-edge{fill:${theme.grid};stroke:${theme.grid};stroke-width:8;stroke-linejoin:round}`,
    `.track{fill:${theme.grid}}`,
    `.on-color{fill:${tile}}`,
    `.link{fill:${theme.bad}}`,
    `.code{font-family:monospace}`,
    ...colors.flatMap(([name, color]) => [
      `.line-${name}{fill:none;stroke:${color};stroke-width:1.6;stroke-linejoin:round}`,
      `.mark-${name}{stroke:${color};stroke-width:1.4;stroke-dasharray:6 4}`,
      `.fill-${name}{fill:${color}}`,
      `.area-${name}{fill:${color};opacity:0.14}`,
      `.tile-${name}{fill:${color};stroke:${color};stroke-width:6;stroke-linejoin:round}`,
    ]),
    ...Array.from({ length: heatSteps + 1 }, (_, step) => `.heat-${step}{opacity:${step / heatSteps}}`),
  ].join("");
}

/** How many shades a cell of a heatmap can have. */
export const heatSteps = 10;

/** The root elements of a picture, one for each theme, in their order. */
export function sheets(
  { title, description }: PictureText,
  { width, height }: Pick<Box, "width" | "height">,
  drawn: readonly SvgElement[],
): SvgElement[] {
  const size = { width, height: Math.ceil(height) };
  return themes.map((theme) =>
    svgElement(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        ...size,
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: "img",
        "aria-labelledby": "title description",
      },
      svgElement("title", { id: "title" }, title),
      svgElement("desc", { id: "description" }, description),
      svgElement("style", {}, sheetStyle(theme)),
      svgElement("rect", { class: "page", ...size }),
      ...drawn,
    ),
  );
}

const edge = 7;

/** A tile with round corners and a thin edge, within the box. */
export function tile({ x, y, width, height }: Box, name = "tile"): SvgElement[] {
  const inner = { x: x + edge, y: y + edge, width: width - 2 * edge, height: height - 2 * edge };
  return [
    svgElement("rect", { class: "tile-edge", ...inner }),
    svgElement("rect", { class: name, ...inner }),
  ];
}

/** Words in lines that are no wider than this; a word that is wider alone is cut. */
export function wrapped(text: string, name: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, name) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((one) => fitted(one, name, width));
}
