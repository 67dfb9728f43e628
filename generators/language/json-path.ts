// A path such as `memory.static_memory_usage` names a field of an answer. A key may hold a dot or a backslash itself: in a path a
// backslash stands before it, so that `cpu\.load` is one key and `cpu.load` are two.

/** A key as a path has it. */
export type PathKey<K extends string> = K extends `${infer Before}\\${infer After}`
  ? `${DotsEscaped<Before>}\\\\${PathKey<After>}`
  : DotsEscaped<K>;
type DotsEscaped<K extends string> = K extends `${infer Before}.${infer After}`
  ? `${Before}\\.${DotsEscaped<After>}`
  : K;

/** The keys that a path names, from the outside. */
export function keysOfPath(path: string): readonly string[] {
  const keys = [""];
  for (const [piece, escaped] of path.matchAll(/\\(.)|[^\\]|\\$/gsu)) {
    if (escaped === undefined && piece === ".") keys.push("");
    else keys[keys.length - 1] += escaped ?? piece;
  }
  return keys;
}

/** What is at a path of an answer; undefined where there is nothing. */
export function valueAt(answer: unknown, path: string): unknown {
  let value = answer;
  for (const key of keysOfPath(path)) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}
