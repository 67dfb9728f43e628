import { isLongChain } from "./simple-argument.ts";
import type { Arrow, Bracketed, Chain, Code, Item } from "./code.ts";

/** The widths of the language's own projects: `printWidth` of their prettier. */
const width = 110;

/** Where code stands: how far its line is indented, and what else is on its first and its last line. */
interface Position {
  readonly indent: number;
  /** Characters before it on its first line, the indentation among them. */
  readonly before: number;
  /** Characters behind it on its last line, such as `,` or `;`. */
  readonly after: number;
}

/** A statement such as `export const x = …;`. */
export function printStatement(head: string, code: Code): string {
  return `${head}${print(code, { indent: 0, before: head.length, after: 1 }, true)};\n`;
}

/** An element of a list, with its indentation and its comma. */
export function printElement(code: Code, indent: number): string {
  const blanks = " ".repeat(indent);
  return `${blanks}${print(code, { indent, before: indent, after: 1 }, false)},\n`;
}

function print(code: Code, position: Position, isValue: boolean): string {
  const flat = flatOf(code);
  if (flat !== undefined && position.before + flat.length + position.after <= width) return flat;
  if (typeof code === "string") {
    // A text that is too long for its line gets one of its own, behind `key:` and `const x =`.
    return isValue && /^["']/.test(code) ? ownLine(code, position) : code;
  }
  switch (code.kind) {
    case "arrow":
      return wrappedArrow(code, position);
    case "chain":
      return typeof code.head === "string"
        ? wrappedChain(code.head, code.calls, position)
        : behindCall(code.head, code.calls, position);
    case "bracketed":
      return hugging(code, position) ?? wrappedBrackets(code, position);
  }
}

function ownLine(code: string, { indent }: Position): string {
  // The blank behind the colon goes with it: the caller has written none.
  return `\n${" ".repeat(indent + 2)}${code}`;
}

function wrappedArrow({ parameters, body }: Arrow, { indent }: Position): string {
  return `${parameters} =>\n${" ".repeat(indent + 2)}${body}`;
}

/** A call and what is called of its result: the last brackets wrap where they can begin on the line, else the first ones. */
function behindCall(head: Bracketed, calls: readonly Code[], position: Position): string {
  const last = calls.at(-1);
  const before = [head, ...calls.slice(0, -1)].map(flatOf);
  const start = [...before, ""].join(".");
  const isBracketed = typeof last === "object" && last.kind === "bracketed";
  if (
    isBracketed &&
    !before.includes(undefined) &&
    position.before + start.length + last.open.length <= width
  )
    return `${start}${wrappedBrackets(last, position)}`;
  // What must wrap by itself does.
  const behind = calls.map((one) => flatOf(one) ?? print(one, position, false));
  return [wrappedBrackets(head, position), ...behind].join(".");
}

/** Each call on its own line; one alone stays with what it is of, and what is in its brackets wraps. */
function wrappedChain(head: string, calls: readonly Code[], { indent, before, after }: Position): string {
  const [only, ...others] = calls;
  if (only !== undefined && others.length === 0) {
    const start = `${head}.`;
    return `${start}${print(only, { indent, before: before + start.length, after }, false)}`;
  }
  const inner = indent + 2;
  const position = { indent: inner, before: inner + 1, after: 0 };
  return `${head}${calls.map((one) => `\n${" ".repeat(inner)}.${print(one, position, false)}`).join("")}`;
}

/** A call whose last argument is an object: its braces stay on the lines of the call, where the others leave room for them. */
function hugging({ open, close, items }: Bracketed, { indent, before, after }: Position): string | undefined {
  const last = items.at(-1)?.value;
  if (close !== ")" || typeof last !== "object" || last.kind !== "bracketed" || last.close !== "}")
    return undefined;
  // Of two objects neither stays on the line.
  const other = items.at(-2)?.value;
  if (typeof other === "object" && other.kind === "bracketed" && other.close === "}") return undefined;
  const others = items.slice(0, -1).map(flatItem);
  const start = `${open}${[...others, "{"].join(", ")}`;
  if (others.includes(undefined) || before + start.length > width) return undefined;
  return wrappedBrackets({ ...last, open: start, close: "})" }, { indent, before, after });
}

function wrappedBrackets({ open, close, items }: Bracketed, { indent }: Position): string {
  const inner = indent + 2;
  const lines = isNumbers(items) ? filled(items, inner) : items.map((item) => printItem(item, inner));
  return `${open}\n${lines.join("")}${" ".repeat(indent)}${close}`;
}

function printItem({ key, value, comment }: Item, indent: number): string {
  const blanks = " ".repeat(indent);
  const above = comment === undefined ? "" : `${blanks}// ${comment}\n`;
  if (key === undefined) return `${above}${printElement(value, indent)}`;
  if (value === key) return `${above}${blanks}${key},\n`;
  // Behind a short key, a text of its own line would begin where it does anyway.
  const printed = print(value, { indent, before: indent + key.length + 2, after: 1 }, key.length > 4);
  return `${above}${blanks}${key}:${printed.startsWith("\n") ? "" : " "}${printed},\n`;
}

function isNumbers(items: readonly Item[]): boolean {
  return (
    items.length > 1 &&
    items.every(({ key, value }) => key === undefined && typeof value === "string" && /^-?[\d.]/.test(value))
  );
}

/** As many numbers in each line as there is room for. */
function filled(items: readonly Item[], indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const value of items.map(flatItem)) {
    const longer = line === "" ? `${" ".repeat(indent)}${value},` : `${line} ${value},`;
    if (line === "" || longer.length <= width) line = longer;
    else {
      lines.push(line);
      line = `${" ".repeat(indent)}${value},`;
    }
  }
  return [...lines, line].map((one) => `${one}\n`);
}

/** It all in one line; undefined where a part of it must wrap. */
function flatOf(code: Code): string | undefined {
  if (typeof code === "string") return code;
  if (code.kind === "arrow") return `${code.parameters} => ${code.body}`;
  if (code.kind === "chain") return flatChain(code);
  const { open, close, items, padded, wrapped } = code;
  if (items.length === 0) return `${open}${close}`;
  const flat = items.map(flatItem);
  if (isListOfObjects(code)) return undefined;
  if (wrapped || flat.includes(undefined)) return undefined;
  const blank = padded ? " " : "";
  return `${open}${blank}${flat.join(", ")}${blank}${close}`;
}

/** Prettier gives several objects a line each where each says several things. */
function isListOfObjects({ open, items }: Bracketed): boolean {
  return (
    open === "[" &&
    items.length > 1 &&
    items.every(({ value }) => typeof value === "object" && isObject(value) && value.items.length > 1)
  );
}

function isObject(code: Exclude<Code, string>): code is Bracketed {
  return code.kind === "bracketed" && code.open === "{";
}

function flatChain(chain: Chain): string | undefined {
  if (isLongChain(chain)) return undefined;
  const { head, calls } = chain;
  const flat = [flatOf(head), ...calls.map(flatOf)];
  return flat.includes(undefined) ? undefined : flat.join(".");
}

function flatItem({ key, value, comment }: Item): string | undefined {
  const flat = flatOf(value);
  if (comment !== undefined || flat === undefined) return undefined;
  return key === undefined || key === flat ? flat : `${key}: ${flat}`;
}
