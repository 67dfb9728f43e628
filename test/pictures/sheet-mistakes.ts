// What is wrong with a picture that was drawn: what the validator of pictures finds, and words that overlap or stick out.
import { sizeOf } from "../../generators/pictures/sheet.ts";
import { pictureMistakes } from "../../generators/targets/docs/validation/picture-mistakes.ts";
import { readXml } from "../../generators/targets/docs/validation/read-xml.ts";
import { boxesOf, outside, overlaps } from "./boxes.ts";

export function sheetMistakes(text: string): string[] {
  const read = readXml(text);
  if ("mistake" in read) return [read.mistake.message];
  const boxes = boxesOf(read.root, sizeOf);
  return [
    ...pictureMistakes(read.root).map(({ message }) => message),
    ...overlaps(boxes).map((pair) => `overlap: ${pair}`),
    ...outside(boxes, read.root).map((one) => `sticks out: ${one}`),
  ];
}

/** The words of a picture. */
export function wordsIn(text: string): string[] {
  const read = readXml(text);
  return "mistake" in read ? [] : boxesOf(read.root).map((box) => box.text);
}
