/** Widths of signs in a wide sans-serif font, as shares of its size; those of most others are smaller. */
const widths: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[iljI.,:;'|!/\\ ()[\]`]/, 0.4],
  [/[mwMW%@—…]/, 1],
  [/[+=<>~^#×≤≥≠−]/, 0.84],
  [/[A-Z]/, 0.76],
  [/[\u{0}-\u{7f}]/u, 0.64],
];
/** Of any other sign: as wide as it is high. */
const widest = 1;

/** Each sign's share, looked up once: all words of all pictures are measured. */
const known = new Map(
  Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code)).map((sign) => [sign, shareOf(sign)]),
);

function shareOf(sign: string): number {
  return widths.find(([pattern]) => pattern.test(sign))?.[1] ?? widest;
}

/** How wide a text is at most when it is drawn, in pixels. */
export function textWidth(text: string, size: number): number {
  let shares = 0;
  for (const sign of text) shares += known.get(sign) ?? shareOf(sign);
  return shares * size;
}

/** The text, or as much of its start as fits, with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && textWidth(`${signs.join("")}…`, size) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}
