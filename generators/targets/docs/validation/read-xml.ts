/** An element of an XML file. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  /** With the references in them resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, with its references resolved. */
  readonly text: string;
}

/** What keeps a text from being XML. */
export interface XmlMistake {
  readonly line: number;
  readonly message: string;
}

export type ReadXml = { readonly root: XmlElement } | { readonly mistake: XmlMistake };

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** A comment, an end tag, a start tag, or text. */
const token =
  /<!--([^]*?)-->|<\/([^<>\s]*)\s*>|<([^<>\s/!?][^<>\s/]*)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*?)(\/?)>|[^<]+/y;
const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const nameOfXml = /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u;
const reference = /&(?:#(\d+)|#x([\da-fA-F]+)|([^\s&;<]*));|&/g;
const allowed = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * Reads an XML file of elements, text and comments, as strictly as XML 1.0 says.
 *
 * Declarations, processing instructions and CDATA are mistakes: the pictures have none, and each can hide something.
 */
export function readXml(source: string): ReadXml {
  try {
    return { root: readRoot(source) };
  } catch (error) {
    if (error instanceof Refusal) return { mistake: error.mistake };
    throw error;
  }
}

/** Ends the reading at the first mistake: what follows could mean anything. */
class Refusal extends Error {
  readonly mistake: XmlMistake;
  constructor(source: string, at: number, message: string) {
    super(message);
    this.mistake = { line: source.slice(0, at).split("\n").length, message };
  }
}

function readRoot(source: string): XmlElement {
  if (!allowed.test(source)) throw new Refusal(source, 0, "it has a character that XML does not allow");
  const open: Open[] = [];
  let root: XmlElement | undefined;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (!match) throw new Refusal(source, at, "this is neither an element, nor text, nor a comment");
    const [all, comment, end, start, attributes = "", isEmpty] = match;
    const inside = open.at(-1);
    if (comment !== undefined) {
      if (/--|-$/.test(comment)) throw new Refusal(source, at, "-- is not allowed within a comment");
    } else if (end !== undefined) {
      if (inside?.name !== end)
        throw new Refusal(source, at, `</${end}> does not close ${inside ? `<${inside.name}>` : "anything"}`);
      open.pop();
    } else if (start !== undefined) {
      if (root && !inside) throw new Refusal(source, at, `<${start}> is outside of the root element`);
      const element = elementOf(source, at, start, attributes);
      if (inside) inside.children.push(element);
      else root = element;
      if (isEmpty !== "/") open.push(element);
    } else if (inside) inside.text += decoded(source, at, all);
    else if (all.trim() !== "") throw new Refusal(source, at, "text outside of the root element");
  }
  const last = open.at(-1);
  if (last) throw new Refusal(source, source.length, `<${last.name}> is not closed`);
  if (!root) throw new Refusal(source, source.length, "it has no element");
  return root;
}

function elementOf(source: string, at: number, name: string, words: string): Open {
  if (!nameOfXml.test(name)) throw new Refusal(source, at, `<${name}> is not a valid name`);
  const attributes = new Map<string, string>();
  const end = words.trimEnd();
  for (let from = 0; from < end.length; from = attribute.lastIndex) {
    attribute.lastIndex = from;
    const match = attribute.exec(words);
    if (!match)
      throw new Refusal(
        source,
        at,
        `<${name}> has something that is not an attribute: ${end.slice(from).trim()}`,
      );
    const [, key = "", double, single = ""] = match;
    if (!nameOfXml.test(key)) throw new Refusal(source, at, `${key} is not a valid name`);
    if (attributes.has(key)) throw new Refusal(source, at, `<${name}> has ${key} twice`);
    attributes.set(key, decoded(source, at, double ?? single));
  }
  const line = source.slice(0, at).split("\n").length;
  return { name, line, attributes, children: [], text: "" };
}

function decoded(source: string, at: number, text: string): string {
  if (text.includes("]]>")) throw new Refusal(source, at, "]]> is not allowed within text");
  return text.replace(reference, (all, decimal?: string, hexadecimal?: string, entity?: string) => {
    const code = decimal !== undefined ? Number(decimal) : parseInt(hexadecimal ?? "", 16);
    const sign =
      entity === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : "") : entities.get(entity);
    if (all === "&" || !sign || !allowed.test(sign))
      throw new Refusal(source, at, `${all} is not a valid reference`);
    return sign;
  });
}
