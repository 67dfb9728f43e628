import { svgElement, type SvgElement } from "../text/svg.ts";

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
