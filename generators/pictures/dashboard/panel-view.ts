import type { PanelType } from "../../language/panel.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import { svgElement, type SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { fitted, sizeOf, widthOf, type Box } from "../sheet.ts";
import type { TimeSpan } from "../strip.ts";
import type { ShownSeries } from "./values.ts";

/** A panel, what it shows, and where: the room below its title. */
export interface PanelView<T extends PanelType = PanelType> {
  readonly panel: PanelModel<T>;
  readonly series: readonly ShownSeries[];
  readonly time: TimeSpan;
  readonly box: Box;
}

/** Draws what is below the title of a panel. */
export type PanelDrawing<T extends PanelType> = (view: PanelView<T>) => SvgElement[];

/** Words in the middle of a box, cut where there is no room. */
export function centred(text: string, { x, y, width, height }: Box, name: string): SvgElement {
  return textAt(
    fitted(text, name, width),
    x + width / 2,
    y + height / 2 + sizeOf(name) * 0.36,
    name,
    "middle",
  );
}

/** Of these classes the first, largest one in which the words have room. */
export function largest(text: string, { width, height }: Box, names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.find((name) => widthOf(text, name) <= width && sizeOf(name) * 1.2 <= height) ?? last;
}

/** A box filled with one colour; the class says which. */
export function filled({ x, y, width, height }: Box, name: string): SvgElement {
  return svgElement("rect", {
    class: name,
    x,
    y,
    width: Math.max(0, width),
    height: Math.max(0, height),
  });
}

/** What stands in a panel that has nothing to show. */
export function nothingToShow({ panel, box }: PanelView): SvgElement[] {
  const meanings = panel.queries.flatMap(({ emptyMeans }) => emptyMeans ?? []);
  const text =
    meanings.length > 0 && meanings.length === panel.queries.length
      ? [...new Set(meanings)].join(" ")
      : "No data";
  return [centred(text, box, "muted")];
}

/** Boxes of one size beside each other, with a gap between them. */
export function columns({ x, y, width, height }: Box, count: number, space: number): Box[] {
  const each = (width - space * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({
    x: x + index * (each + space),
    y,
    width: each,
    height,
  }));
}

/** Boxes of one size below each other. */
export function rows({ x, y, width, height }: Box, count: number, space: number): Box[] {
  const each = (height - space * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({
    x,
    y: y + index * (each + space),
    width,
    height: each,
  }));
}
