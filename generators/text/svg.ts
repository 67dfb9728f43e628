import { headerLine } from "./header.ts";

/** Drawn numbers have one decimal: a tenth of a pixel is finer than anybody sees. */
type Attribute = string | number;

/** An element of a picture. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Elements, or text. */
  readonly children: readonly (SvgElement | string)[];
}

/** An element with what is in it. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (SvgElement | string)[]
): SvgElement {
  return { name, attributes, children };
}

/** A whole file: the header, then the root element, one element a line. */
export function printSvg(root: SvgElement, { source }: { readonly source: string }): string {
  return `${headerLine("svg", source)}\n${printElement(root, "")}\n`;
}

function printElement({ name, attributes, children }: SvgElement, indent: string): string {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(value)}"`);
  const start = `${indent}<${name}${words.join("")}`;
  if (children.length === 0) return `${start}/>`;
  // White space beside text would be drawn.
  if (children.some((child) => typeof child === "string")) {
    return `${start}>${children.map((child) => (typeof child === "string" ? escapeXml(child) : printElement(child, ""))).join("")}</${name}>`;
  }
  const inner = children.map((child) =>
    typeof child === "string" ? child : printElement(child, `${indent}  `),
  );
  return `${start}>\n${inner.join("\n")}\n${indent}</${name}>`;
}

function attributeText(value: Attribute): string {
  return typeof value === "number" ? svgNumber(value) : escapeXml(value);
}

/** A number with at most one decimal; throws a RangeError when it is none, because nothing can be drawn there. */
export function svgNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be drawn`);
  // Adding 0 makes 0 of -0.
  return String(Math.round(value * 10) / 10 + 0);
}

/** Most texts of a picture are such a one: a colour, a path, a word. */
const isPlain = /^[ !#-%'-;=?-~]*$/;

/** Text as it is; what no XML may hold becomes the sign for what is unknown. */
export function escapeXml(text: string): string {
  if (isPlain.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
