import { textAt } from "../draw-strip.ts";
import { wrapped } from "../sheet.ts";
import type { PanelDrawing } from "./panel-view.ts";

const lineHeight = 18;

/** The words of the panel without the signs of Markdown, as many lines as there is room for. */
export const drawText: PanelDrawing<"text"> = ({ panel, box }) => {
  const lines = panel.own.markdown
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const name = /^#+ /.test(line) ? "strong" : "";
      return wrapped(plain(line), name, box.width).map((text) => ({ text, name }));
    });
  const room = Math.max(1, Math.floor(box.height / lineHeight));
  return lines
    .slice(0, room)
    .map(({ text, name }, index) => textAt(text, box.x, box.y + index * lineHeight + 13, name));
};

function plain(line: string): string {
  return line
    .replace(/^#+ /, "")
    .replace(/^[*+-] /, "• ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]+/g, "");
}
