import type { Severity } from "../../language/alert.ts";
import { svgElement, type SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { pictureWidth } from "../frame.ts";
import { fitted, sheets, tile, widthOf, wrapped } from "../sheet.ts";

/** A message in a channel, with its texts as Alertmanager made them. */
export interface Notification {
  /** `#alerts` */
  readonly channel: string;
  readonly color: Severity["color"];
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** Small print below: how the texts were made. */
  readonly note: string;
}

const margin = 16;
const left = margin + 52;
const lineHeight = 18;
const buttonHeight = 30;

/** A notification in a chat, for each theme: from whom, the bar in the colour of its severity, the texts and the buttons. */
export function drawNotification(notification: Notification): SvgElement[] {
  const { channel, title, text, buttons, note } = notification;
  const width = pictureWidth - left - margin - 20;
  const titles = wrapped(title, "strong", width);
  const lines = text.split("\n").flatMap((line) => (line === "" ? [""] : wrapped(line, "", width)));
  const top = margin + 34;
  const bodyTop = top + titles.length * lineHeight + 4;
  const buttonsTop = bodyTop + lines.length * lineHeight + 10;
  const bottom = buttonsTop + buttonHeight + 8;
  const notes = wrapped(note, "muted small", pictureWidth - 2 * margin - 4);
  const height = bottom + 26 + notes.length * 14 + 8;
  const drawn = [
    ...tile({ x: 4, y: 4, width: pictureWidth - 8, height: bottom + 14 }),
    ...sender(channel),
    svgElement("rect", {
      class: `fill-${notification.color}`,
      x: left,
      y: top,
      width: 4,
      height: bottom - top - 6,
    }),
    ...titles.map((line, index) => textAt(line, left + 16, top + 14 + index * lineHeight, "strong link")),
    ...lines.flatMap((line, index) =>
      line === ""
        ? []
        : [textAt(line, left + 16, bodyTop + 14 + index * lineHeight, index === 0 ? "muted" : "")],
    ),
    ...drawButtons(buttons, buttonsTop),
    ...notes.map((line, index) => textAt(line, margin, bottom + 34 + index * 14, "muted small")),
  ];
  const words = {
    title: `A notification in ${channel}: ${title}`,
    description: `${text.replace(/\s*\n+/g, ". ")}. ${note}`,
  };
  return sheets(words, { width: pictureWidth, height }, drawn);
}

/** Who wrote it, and where. */
function sender(channel: string): SvgElement[] {
  const name = channel === "" ? "Alertmanager" : `Alertmanager in ${channel}`;
  const room = pictureWidth - left - margin - 40;
  return [
    ...tile({ x: margin - 2, y: margin - 2, width: 46, height: 46 }, "tile-orange"),
    // A bell, in three lines.
    svgElement("path", {
      class: "on-color",
      d: `M${margin + 11} ${margin + 28}L${margin + 15} ${margin + 23}L${margin + 15} ${margin + 16}L${margin + 18} ${margin + 12}L${margin + 24} ${margin + 12}L${margin + 27} ${margin + 16}L${margin + 27} ${margin + 23}L${margin + 31} ${margin + 28}`,
    }),
    svgElement("circle", { class: "on-color", cx: margin + 21, cy: margin + 31, r: 2.6 }),
    // One text: how wide a name is, only the font of the reader knows, and two texts would gape.
    textAt(fitted(name, "strong", room), left, margin + 18, "strong"),
  ];
}

function drawButtons(buttons: readonly string[], top: number): SvgElement[] {
  let x = left + 14;
  return buttons.flatMap((text) => {
    const width = widthOf(text, "strong") + 34;
    if (x + width > pictureWidth - margin) return [];
    const box = { x, y: top - 4, width, height: buttonHeight + 8 };
    x += width + 2;
    return [...tile(box), textAt(text, box.x + width / 2, top + buttonHeight / 2 + 4, "strong", "middle")];
  });
}
