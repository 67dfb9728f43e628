const units = [
  [24 * 60 * 60_000, "d"],
  [60 * 60_000, "h"],
  [60_000, "min"],
  [1000, "s"],
  [1, "ms"],
] as const;

/** A time as people say it, in its two largest units: `16 min 45 s`, `1 h 30 min`. */
export function timeText(ms: number): string {
  const parts: string[] = [];
  let left = Math.round(ms);
  for (const [size, word] of units) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(`${count} ${word}`);
    left -= count * size;
  }
  return parts.length === 0 ? "0 s" : parts.slice(0, 2).join(" ");
}
