import { escapeMarkdown } from "../../text/markdown.ts";

const words: Readonly<Record<string, string>> = {
  bool: "1 or 0",
  timestamp: "seconds since 1970",
  none: "no unit",
};

/** The unit as a reader of Markdown understands it. */
export function unitWords(unit: string): string {
  return words[unit] ?? escapeMarkdown(unit);
}
