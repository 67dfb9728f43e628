// The author's text around an error: a few characters of it make a fix that can be copied.

/** The name of what a method is called on: `shop_fps` of `m.shop_fps.where({ … }).`; undefined where it is no plain name. */
export function receiverOf(before: string): string | undefined {
  return /([A-Za-z_$][\w$]*)(?:\.(?:where|whereNot|offset|at)\([^()]*\))*\s*\.\s*$/.exec(before)?.[1];
}

/** The word that is called with the argument that begins here: `holds` of `holds(`, `add` of `m.shop_fps.add(`. */
export function callAround(before: string): string | undefined {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const character = before.charAt(at);
    if (/[)\]}]/.test(character)) depth++;
    if (/[([{]/.test(character) && depth-- === 0) {
      return character === "(" ? /(\w+)\s*$/.exec(before.slice(0, at))?.[1] : undefined;
    }
  }
  return undefined;
}

/** The expression that begins here, or that a property which begins here has: `300` of `for: 300, …`. */
export function expressionAt(after: string): string {
  const text = after.replace(/^(?:\w+|"[^"]*")\s*:\s*/, "");
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[([{]/.test(character)) depth++;
    if (/[)\]}]/.test(character) && depth-- === 0) return text.slice(0, at).trim();
    if (depth === 0 && /[,;]/.test(character)) return text.slice(0, at).trim();
  }
  return text.trim();
}

/** The arguments of the call whose word begins here: `"5m"` of `rate("5m")`. */
export function argumentsAt(after: string): string | undefined {
  const text = /^\w+\((.*)/s.exec(after)?.[1];
  if (text === undefined) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[([{]/.test(character)) depth++;
    if (/[)\]}]/.test(character) && depth-- === 0) return text.slice(0, at);
  }
  return undefined;
}

/** What a name in a message may be: short, and on one line; else the general word for it. */
export function shortOr(text: string, general: string): string {
  return text !== "" && text.length <= 40 && !text.includes("\n") ? text : general;
}
