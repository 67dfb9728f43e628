/** Where in a page a value stands: between tags, or in an attribute. */
export type HtmlContext = "text" | "tag" | { readonly attribute: string; readonly begun: string };

/** Where one stands behind more of the page; throws a SyntaxError where that is not known here. */
export function contextAfter(context: HtmlContext, more: string): HtmlContext {
  let at = context;
  for (let rest = more; rest !== "";) {
    const step = stepIn(at, rest);
    at = step.context;
    rest = rest.slice(step.length);
  }
  return at;
}

interface Step {
  readonly context: HtmlContext;
  readonly length: number;
}

function stepIn(context: HtmlContext, rest: string): Step {
  if (context === "text") {
    const open = rest.search(/<[/!a-zA-Z]/);
    return open < 0 ? { context, length: rest.length } : { context: "tag", length: open + 1 };
  }
  if (context === "tag") {
    const [whole = "", name = ""] = /^[^>"']*?(?:([a-z-]+)="|>)/.exec(rest) ?? [];
    if (whole === "") {
      if (/["'>]/.test(rest)) throw new SyntaxError(`a tag that is not known here: ${rest}`);
      return { context, length: rest.length };
    }
    return { context: whole.endsWith(">") ? "text" : { attribute: name, begun: "" }, length: whole.length };
  }
  const end = rest.indexOf('"');
  if (end >= 0) return { context: "tag", length: end + 1 };
  return { context: { ...context, begun: context.begun + rest }, length: rest.length };
}

/** A value as Go's html/template writes it there. */
export function escapedIn(context: HtmlContext, text: string): string {
  if (context === "text") return entitiesOf(text);
  if (context === "tag") throw new SyntaxError("a value within a tag");
  const { attribute, begun } = context;
  if (attribute === "href") {
    if (begun !== "") throw new SyntaxError("an address that is put together");
    return entitiesOf(normalAddress(isSafeAddress(text) ? text : "#ZgotmplZ"));
  }
  if (attribute === "style") {
    // A colour, of which nothing need be escaped.
    if (!/^#?\w+$/.test(text)) throw new SyntaxError(`a style that is not known here: ${text}`);
    return text;
  }
  return entitiesOf(text);
}

const entities: Readonly<Record<string, string>> = {
  '"': "&#34;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "+": "&#43;",
  "\0": "\uFFFD",
};

function entitiesOf(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/["'&<>+\0]/g, (sign) => entities[sign] ?? sign);
}

/** Whether it begins with no other protocol than these. */
function isSafeAddress(text: string): boolean {
  const [, protocol] = /^([^/]*?):/.exec(text) ?? [];
  return protocol === undefined || /^(?:https?|mailto)$/i.test(protocol);
}

/** What an address cannot hold is escaped, and what is escaped already stays. */
function normalAddress(text: string): string {
  return text.replace(/%(?![0-9a-fA-F]{2})|[^%!#$&*+,/:;=?@[\]\-._~0-9A-Za-z]/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  );
}
