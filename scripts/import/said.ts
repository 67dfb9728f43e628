import type { Place } from "../../generators/language/place.ts";

/** Something at a place of the input, or of a file that was written. */
export interface Said {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function saidAt({ file, line }: Said | Place, message: string): Said {
  return { file, line, message: message.replace(/\s+/g, " ") };
}
