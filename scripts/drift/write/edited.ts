import type { Node, ObjectExpression } from "@babel/types";
import { keyOf, text as quoted } from "../../code/code.ts";
import { addImports, type Edited } from "../../new/syntax/add-imports.ts";
import { addToBrackets } from "../../new/syntax/add-to-brackets.ts";
import { type Module, propertyOf, spanOf } from "../../new/syntax/module.ts";
import { type Declaration, declarationIn } from "./declaration.ts";
import type { Edit } from "./wishes.ts";

/** The text of a file with one declaration changed in place, and everything else as it was; or why that cannot be done there. */
export function edited(text: string, metric: string, line: number, edit: Edit): Edited {
  const declaration = declarationIn(text, metric, line);
  if (!declaration) return { refused: "it is not written out here" };
  if ("word" in edit) return withWord(declaration, edit.word);
  const changed = changedText(declaration, edit);
  return changed === undefined ? { refused: "it is not written as plain values" } : { text: changed };
}

function changedText(
  { module, options }: Declaration,
  edit: Exclude<Edit, { readonly word: string }>,
): string | undefined {
  if ("option" in edit) return withProperty(module, options, edit.option, edit.code);
  const labels = propertyOf(options, "labels");
  if ("addLabel" in edit) {
    const label = `${keyOf(edit.addLabel)}: "*"`;
    return labels === undefined
      ? hasSpread(options)
        ? undefined
        : addToBrackets(module, options, `labels: { ${label} }`)
      : addToBrackets(module, labels, label);
  }
  if ("removeLabel" in edit) return withoutProperty(module, labels, edit.removeLabel);
  return withValues(module, labels && propertyOf(labels, edit.valuesOf), edit.add);
}

/** Counters and gauges have the same options, but that a gauge may say what it was computed as. */
function withWord({ module, word, options }: Declaration, wanted: string): Edited {
  if (propertyOf(options, "computed") !== undefined)
    return { refused: "a counter is no statistic that was computed" };
  const changed = replaced(module.text, word, wanted);
  return addImports(changed, new Map([["signalbox", new Set([wanted])]]));
}

function withProperty(
  module: Module,
  options: ObjectExpression,
  name: string,
  code: string,
): string | undefined {
  const value = propertyOf(options, name);
  if (value) return isPlain(value) ? replaced(module.text, value, code) : undefined;
  return hasSpread(options) ? undefined : addToBrackets(module, options, `${name}: ${code}`);
}

/** One after the other, each read back. */
function withValues(module: Module, list: Node | undefined, values: readonly string[]): string | undefined {
  if (list?.type !== "ArrayExpression" || !isPlain(list)) return undefined;
  const { start, end } = spanOf(list);
  const inner = module.text.slice(start + 1, end - 1);
  if (/\/\/|\/\*/.test(inner)) return undefined;
  const own = list.elements.map((one) => (one?.type === "StringLiteral" ? one.value : ""));
  const all = [...own, ...values].map(quoted);
  const isWrapped = inner.includes("\n");
  const indent = /\n( *)\S/.exec(inner)?.[1] ?? "";
  const outer = /\n( *)$/.exec(inner)?.[1] ?? "";
  const code = isWrapped
    ? `[\n${all.map((one) => `${indent}${one},\n`).join("")}${outer}]`
    : `[${all.join(", ")}]`;
  return replaced(module.text, list, code);
}

/** Without the property, and what stood between it and its neighbour; undefined where a comment would go with it. */
function withoutProperty({ text }: Module, object: Node | undefined, name: string): string | undefined {
  if (object?.type !== "ObjectExpression" || hasSpread(object)) return undefined;
  const value = propertyOf(object, name);
  const at = object.properties.findIndex((one) => one.type === "ObjectProperty" && one.value === value);
  const own = object.properties[at];
  if (!value || !own) return undefined;
  const [before, after] = [object.properties[at - 1], object.properties[at + 1]];
  const whole = spanOf(object);
  const [start, end] = after
    ? [spanOf(own).start, spanOf(after).start]
    : before
      ? [spanOf(before).end, spanOf(own).end]
      : [whole.start + 1, whole.end - 1];
  return /\/\/|\/\*/.test(text.slice(start, end)) ? undefined : text.slice(0, start) + text.slice(end);
}

/** Texts and numbers that stand there: what has a name may be meant for others too. */
function isPlain(node: Node): boolean {
  if (node.type === "ArrayExpression") return node.elements.every((one) => one !== null && isPlain(one));
  return node.type === "StringLiteral" || node.type === "NumericLiteral";
}

function hasSpread({ properties }: ObjectExpression): boolean {
  return properties.some((one) => one.type === "SpreadElement");
}

function replaced(text: string, node: Node, by: string): string {
  const { start, end } = spanOf(node);
  return text.slice(0, start) + by + text.slice(end);
}
