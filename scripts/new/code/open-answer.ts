/** A word that the check placeholders-are-filled refuses; in two parts, so that nothing here looks unfinished. */
const mark = "TO" + "DO";

/** A text that a person must still write: the build refuses it at its place, and says what to answer. */
export function openAnswer(question: string): string {
  return `${mark}: ${question}`;
}
