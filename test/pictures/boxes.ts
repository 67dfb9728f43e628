// Where the words of a picture stand, as wide as a wide font makes them.
import { fontSize, textWidth } from "../../generators/pictures/frame.ts";
import { everyElement } from "../../generators/targets/docs/validation/picture-mistakes.ts";
import type { XmlElement } from "../../generators/targets/docs/validation/read-xml.ts";

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the letters of a line reach above its base and below it, as shares of its size. */
const [above, below] = [0.76, 0.22];

/** @param sizeOf of the words of a class; left out: all have one size */
export function boxesOf(root: XmlElement, sizeOf: (name: string) => number = () => fontSize): Box[] {
  return everyElement(root)
    .filter(({ name }) => name === "text")
    .map(({ attributes, text }) => {
      const number = (key: string) => Number(attributes.get(key));
      const size = sizeOf(attributes.get("class") ?? "");
      const width = textWidth(text, size);
      const anchor = attributes.get("text-anchor") ?? "start";
      const left = number("x") - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
      const base = number("y");
      return {
        text,
        left,
        right: left + width,
        top: base - above * size,
        bottom: base + below * size,
      };
    });
}

/** Pairs of texts that lie on each other. */
export function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
}

/** Texts that stick out of the picture. */
export function outside(boxes: readonly Box[], root: XmlElement): string[] {
  const [width, height] = ["width", "height"].map((key) => Number(root.attributes.get(key)));
  return boxes
    .filter(
      ({ left, right, top, bottom }) => left < 0 || right > (width ?? 0) || top < 0 || bottom > (height ?? 0),
    )
    .map(({ text }) => text);
}
