/** One place of a pattern: what may stand there, and whether any number of it. */
interface Place {
  /** As a path shows it. */
  readonly example: string;
  readonly takes: (other: Place) => boolean;
  readonly repeats: boolean;
}

/** How deep Filebeat looks into folders for `**`. */
const deepest = 8;

/**
 * A path that two patterns both match, as Filebeat reads them; undefined: there is none.
 *
 * `*` is anything within one name, `**` any folders, `[0-9]` a digit.
 */
export function sharedPath(one: string, other: string): string | undefined {
  for (const left of spelledOut(one)) {
    for (const right of spelledOut(other)) {
      const shared = meet(placesOf(left), placesOf(right));
      if (shared !== undefined) return shared;
    }
  }
  return undefined;
}

/** Without `**`: once for each number of folders that it may stand for. */
function spelledOut(pattern: string): string[] {
  const parts = pattern.split("/");
  const at = parts.indexOf("**");
  if (at < 0) return [pattern];
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
  return Array.from({ length: deepest + 1 }, (_, depth) =>
    [...before, ...Array.from({ length: depth }, () => "*"), ...after].join("/"),
  ).flatMap(spelledOut);
}

function placesOf(pattern: string): Place[] {
  return (pattern.match(/\*+|\[0-9\]|[\s\S]/g) ?? []).map((text): Place => {
    if (text.startsWith("*")) return { example: "", takes: ({ example }) => example !== "/", repeats: true };
    if (text === "[0-9]")
      return { example: "1", takes: ({ example }) => /^\d$/.test(example), repeats: false };
    return { example: text, takes: ({ example }) => example === text, repeats: false };
  });
}

/** Two patterns meet where each step takes what the other has there. */
function meet(left: readonly Place[], right: readonly Place[]): string | undefined {
  const lost = new Set<string>();
  const from = (i: number, j: number): string | undefined => {
    const [a, b] = [left[i], right[j]];
    if (a === undefined && b === undefined) return "";
    const key = `${i} ${j}`;
    if (lost.has(key)) return undefined;
    const found = step(a, b, i, j);
    if (found === undefined) lost.add(key);
    return found;
  };
  const step = (a: Place | undefined, b: Place | undefined, i: number, j: number): string | undefined => {
    // Nothing at all is enough for a star.
    const without = (a?.repeats ? from(i + 1, j) : undefined) ?? (b?.repeats ? from(i, j + 1) : undefined);
    if (without !== undefined || a === undefined || b === undefined) return without;
    if (a.repeats && b.repeats) return undefined;
    if (a.repeats) return a.takes(b) ? prefixed(b.example, from(i, j + 1)) : undefined;
    if (b.repeats) return b.takes(a) ? prefixed(a.example, from(i + 1, j)) : undefined;
    if (!a.takes(b) && !b.takes(a)) return undefined;
    return prefixed(a.takes(b) ? b.example : a.example, from(i + 1, j + 1));
  };
  return from(0, 0);
}

function prefixed(text: string, rest: string | undefined): string | undefined {
  return rest === undefined ? undefined : text + rest;
}
