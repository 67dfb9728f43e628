/** What a terminal would obey, or show in another order, in place of showing it; a line break and a tab are wanted in texts of several lines. */
const commands = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const commandsAndBreaks = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text that may come from anywhere, with what would do something to a terminal written out: `\u001b[2J` in place of an empty screen. */
export function printable(text: string): string {
  return text.replace(commands, written);
}

/** The same for what is to stay in its line. */
export function printableInLine(text: string): string {
  return text.replace(commandsAndBreaks, written);
}

function written(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
