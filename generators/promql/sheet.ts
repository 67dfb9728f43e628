import type { Span } from "./tree.ts";

/** A text while it is written, piece by piece. */
export interface Sheet {
  text: string;
  /** Where it ends without the `offset` and the `@` behind it. */
  end: number;
}

/** Writes a piece, and tells where it stands. */
export function write(sheet: Sheet, text: string): Span {
  const from = sheet.text.length;
  sheet.text += text;
  sheet.end = sheet.text.length;
  return { from, to: sheet.end };
}

/** Writes an `offset` or an `@`: they stand behind an expression, and do not belong to its span. */
export function writeBehind(sheet: Sheet, text: string): Span {
  const from = sheet.text.length + 1;
  sheet.text += ` ${text}`;
  return { from, to: sheet.text.length };
}

/** Where all stands that was written from there on. */
export function since(from: number, sheet: Sheet): Span {
  return { from, to: sheet.end };
}

/** Writes each after the other, with commas between. */
export function writeList<Item, Put>(
  items: readonly Item[],
  sheet: Sheet,
  one: (item: Item) => Put,
): readonly Put[] {
  return items.map((item, index) => {
    if (index > 0) write(sheet, ", ");
    return one(item);
  });
}
