import type { Chain, Code } from "./code.ts";

/** So many calls may stand on one line whatever stands in their brackets. */
const few = 2;

/** Whether prettier gives each call of a chain a line of its own: it has several, and in the brackets of one stands more than a few plain words. */
export function isLongChain({ head, calls }: Chain): boolean {
  const isCalled = typeof head !== "string" || head.includes("(");
  const count = calls.length + (isCalled ? 1 : 0);
  return count > few && [head, ...calls].some((one) => !hasSimpleArguments(one, 0));
}

/** Of a call or of what is in brackets, that nothing in it is too deep. */
function hasSimpleArguments(code: Code, depth: number): boolean {
  if (typeof code === "string") return !code.includes("(") || code.includes("()") || depth < 2;
  if (code.kind === "bracketed") {
    // A call with an object as its only argument is one level more than it seems.
    const within = code.open.endsWith("({") ? depth + 1 : depth;
    return code.items.every(({ value }) => isSimple(value, within));
  }
  return isSimple(code, depth);
}

/** As prettier sees an argument (isSimpleCallArgument): plain words, short patterns, and what holds these not too deep. */
function isSimple(code: Code, depth: number): boolean {
  if (depth >= 2) return false;
  if (typeof code === "string") {
    const pattern = /^\/(.*)\/[a-z]*$/.exec(code)?.[1];
    if (pattern !== undefined) return pattern.length <= 5;
    return !/^\w+\([^)]/.test(code) || depth < 1;
  }
  if (code.kind === "arrow") return false;
  if (code.kind === "bracketed") return code.items.every(({ value }) => isSimple(value, depth + 1));
  return [code.head, ...code.calls].every((one) => hasSimpleArguments(one, depth + 1));
}
