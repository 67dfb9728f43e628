import type { Node } from "@babel/types";
import type { Code } from "../../code/code.ts";
import { printElement } from "../../code/print-code.ts";
import { type Module, moduleOf, nodesIn, type Span, spanOf } from "./module.ts";

/**
 * The text with one more element at the end of a list, or one more property at the end of an object.
 *
 * @returns undefined for anything else than a list or an object that is written out
 */
export function addToBrackets({ text }: Module, brackets: Node | undefined, code: Code): string | undefined {
  const parts = partsOf(brackets);
  if (!parts || !brackets) return undefined;
  const edited = edit(text, brackets, parts, code);
  return edited !== undefined && hasOneMore(edited, brackets, parts.length) ? edited : undefined;
}

/** The elements of a list, or the properties of an object. */
function partsOf(node: Node | undefined): readonly (Node | null)[] | undefined {
  if (node?.type === "ArrayExpression") return node.elements;
  return node?.type === "ObjectExpression" ? node.properties : undefined;
}

/** Reads the text back: the same brackets, with one part more. */
function hasOneMore(text: string, { type, start }: Node, before: number): boolean {
  const found = [...nodesIn(moduleOf(text)?.statements)].find(
    (node) => node.type === type && node.start === start,
  );
  return partsOf(found)?.length === before + 1;
}

function edit(text: string, brackets: Node, parts: readonly (Node | null)[], code: Code): string | undefined {
  const spans = parts.flatMap((part) => (part === null ? [] : [spanOf(part)]));
  const whole = spanOf(brackets);
  const indent = indentOf(text, whole.end - 1);
  const closesOwnLine = text.slice(0, whole.end - 1).endsWith("\n" + " ".repeat(indent));
  if (closesOwnLine) return inOwnLine(text, whole, spans.at(-1), printElement(code, indent + 2));
  const elements = spans.map(({ start, end }) => text.slice(start, end));
  const inner = text.slice(whole.start + 1, whole.end - 1);
  // A comment between the elements would be lost.
  if (inner.includes("/")) return undefined;
  return replaced(
    text,
    whole,
    rewritten(text, whole, elements, code, indent, brackets.type === "ObjectExpression"),
  );
}

/** The blanks at the beginning of the line in which this place is. */
function indentOf(text: string, at: number): number {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Before the line of the closing bracket; the element before it gets its comma. */
function inOwnLine(text: string, whole: Span, last: Span | undefined, line: string): string {
  const at = text.lastIndexOf("\n", whole.end - 1) + 1;
  if (last === undefined) return replaced(text, { start: at, end: at }, line);
  const between = text.slice(last.end, whole.end - 1).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  const comma = between.includes(",") ? "" : ",";
  return text.slice(0, last.end) + comma + text.slice(last.end, at) + line + text.slice(at);
}

function rewritten(
  text: string,
  { start, end }: Span,
  elements: readonly string[],
  code: Code,
  indent: number,
  isPadded: boolean,
): string {
  const blank = isPadded ? " " : "";
  const [open = "", close = ""] = [text[start], text[end - 1]];
  const before = start - (text.lastIndexOf("\n", start) + 1);
  const flat = `${open}${blank}${[...elements, printElement(code, 0).replace(/,\n$/, "")].join(", ")}${blank}${close}`;
  const rest = text.slice(end).split("\n")[0] ?? "";
  if (!flat.includes("\n") && before + flat.length + rest.length <= 110) return flat;
  const inner = " ".repeat(indent + 2);
  const lines = elements.map((element) => `${inner}${element},\n`).join("");
  return `${open}\n${lines}${printElement(code, indent + 2)}${" ".repeat(indent)}${close}`;
}

function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
