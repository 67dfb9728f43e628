/** How many times faster than clocks: `20` or `2.5`; undefined where the text is no such number. */
export function readSpeed(text: string | undefined): number | undefined {
  if (text === undefined) return 1;
  const speed = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && speed >= 1 ? speed : undefined;
}

/** What is said of a speed that is none. */
export function noSpeed(text: string | undefined): string {
  return `Option '--speed' takes a number from 1 on, not '${text ?? ""}'.`;
}
