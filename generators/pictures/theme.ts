import { svgElement, type SvgElement } from "../text/svg.ts";

/** What a picture is drawn with. The two differ in nothing else. */
export interface Theme {
  readonly name: "light" | "dark";
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly bad: string;
  readonly good: string;
  readonly threshold: string;
  readonly limit: string;
  readonly pending: string;
  readonly firing: string;
}

/** The backgrounds are those of code hosts, so that a picture has no frame there. */
export const themes: readonly Theme[] = [
  {
    name: "light",
    background: "#ffffff",
    text: "#1f2328",
    muted: "#59636e",
    grid: "#d1d9e0",
    bad: "#0550ae",
    good: "#1a7f37",
    threshold: "#bc4c00",
    limit: "#8250df",
    pending: "#9a6700",
    firing: "#cf222e",
  },
  {
    name: "dark",
    background: "#0d1117",
    text: "#f0f6fc",
    muted: "#9198a1",
    grid: "#3d444d",
    bad: "#79c0ff",
    good: "#56d364",
    threshold: "#ffa657",
    limit: "#d2a8ff",
    pending: "#e3b341",
    firing: "#ff7b72",
  },
];

/** The style sheet of a picture: everything that has a colour, by its class. Lines differ by their dashes too. */
export function styleOf(theme: Theme): string {
  const { background, text, muted, grid, bad, good, threshold, limit: limitColor, pending, firing } = theme;
  const line = (name: string, color: string, width: number, dashes = "none") =>
    `.${name}{fill:none;stroke:${color};stroke-width:${width};stroke-dasharray:${dashes}}`;
  return [
    `text{font-family:sans-serif;font-size:12px;fill:${text}}`,
    `.muted{fill:${muted}}`,
    `.strong{font-weight:bold}`,
    `.background{fill:${background}}`,
    line("grid", grid, 1),
    line("axis", muted, 1),
    line("leader", muted, 0.7),
    line("bad", bad, 2.2),
    line("good", good, 1.6, "7 4"),
    line("threshold", threshold, 1.1, "12 3 3 3"),
    line("limit", limitColor, 1.1, "3 9"),
    `.pending-line{stroke:${pending};stroke-width:2}`,
    `.firing-fill{fill:${firing}}`,
    `.ending-dot{fill:${firing}}`,
    `.gap-line{stroke:${muted};stroke-width:1}`,
    `.outline{fill:none;stroke:${muted};stroke-width:1}`,
    `.pending-edge{fill:none;stroke:${pending};stroke-width:1}`,
    `.faint{opacity:0.16}`,
  ].join("");
}

/** How areas are filled: each by another pattern, so that nobody needs to tell colours apart. */
export function patterns(): SvgElement {
  const pattern = (id: string, size: number, ...children: readonly SvgElement[]) =>
    svgElement("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, ...children);
  const stripe = (name: string, size: number) =>
    svgElement("path", {
      class: name,
      d: `M-1 ${size + 1}L${size + 1} -1M-1 1L1 -1M${size - 1} ${size + 1}L${size + 1} ${size - 1}`,
    });
  return svgElement(
    "defs",
    {},
    pattern("pending", 6, stripe("pending-line", 6)),
    pattern("firing", 8, svgElement("rect", { class: "firing-fill", width: 8, height: 8 })),
    pattern("ending", 6, svgElement("circle", { class: "ending-dot", cx: 3, cy: 3, r: 1.4 })),
    pattern("gap", 8, svgElement("path", { class: "gap-line", d: "M0 0L8 8M0 8L8 0" })),
  );
}
