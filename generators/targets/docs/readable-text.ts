import type { Model } from "../../model/model.ts";
import { escapeMarkdown, inlineCode } from "../../text/markdown.ts";

/** A template, or a piece in the type of code, which may have templates in it. */
const pieces = /(`[^`]+`|\{\{.*?\}\})/s;
const code = /^`([^`]+)`$/s;
const template = /\{\{.*?\}\}/gs;
/** `{{ $labels.instance }}` and `{{ $value | humanize }}`: what is filled in, whatever it is piped through. */
const labelTemplate = /^\{\{-?\s*\$labels\.(\w+)\s*(?:\|[^{}]*)?\}\}$/;
const valueTemplate = /^\{\{-?\s*\$value\s*(?:\|[^{}]*)?\}\}$/;

/**
 * The text of an alert as Markdown: a template becomes the name of what is filled in there, in italics, and what is
 * between backticks stays code.
 */
export function readableText(text: string): string {
  return text.split(pieces).map(readablePiece).join("");
}

function readablePiece(piece: string): string {
  const [, inside] = code.exec(piece) ?? [];
  if (inside !== undefined) return codePiece(inside);
  if (!piece.startsWith("{{")) return escapeMarkdown(piece);
  const name = filledIn(piece);
  return name === undefined ? inlineCode(piece) : `*${name}*`;
}

/** Italics do not work in code; angle brackets are what manuals write there. */
function codePiece(text: string): string {
  return inlineCode(
    text.replace(template, (match) => {
      const name = filledIn(match);
      return name === undefined ? match : `<${name}>`;
    }),
  );
}

function filledIn(text: string): string | undefined {
  return valueTemplate.test(text) ? "value" : labelTemplate.exec(text)?.[1];
}

const unitNames: Readonly<Record<string, string>> = {
  bool: "1 or 0",
  timestamp: "seconds since 1970",
  none: "no unit",
};

/** The unit as a reader of Markdown understands it. */
export function unitWords(unit: string): string {
  return unitNames[unit] ?? escapeMarkdown(unit);
}

/** A service as people call it. */
export function serviceTitle(service: string, { services }: Pick<Model, "services">): string {
  return services.find(({ name }) => name === service)?.title ?? service;
}
