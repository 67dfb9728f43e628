/**
 * What stands for an answer that nobody has given yet: the build refuses it at its place (placeholders-are-filled).
 *
 * In two parts, so that a search for what is left to do does not find this file.
 */
export const leftOpen = ["TO", "DO"].join("");

/** A text that a person must still write, with what it is to answer. */
export function openAnswer(question: string): string {
  return `${leftOpen}: ${question}`;
}
