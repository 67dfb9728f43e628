import { serviceNamed } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import { codeBlock, escapeMarkdown, inlineCode, link } from "../../text/markdown.ts";

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
export function readableText(text: string, namesIn: NamesIn = noNames): string {
  return text
    .split(pieces)
    .map((piece) => readablePiece(piece, namesIn))
    .join("");
}

/** A name in a text, and where it leads. */
export interface LinkedName {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** Finds the names in a text, in their order. */
export type NamesIn = (text: string) => readonly LinkedName[];

const noNames: NamesIn = () => [];

/** Code that is alone on its line: a command to copy. */
const commandLine = /^`([^`]+)`$/;

/**
 * What to do, one after the other. A command on a line of its own becomes a block of code, which a reader can copy, and a name
 * leads to what is called so.
 */
export function numberedActions(actions: readonly string[], namesIn: NamesIn = noNames): string {
  return actions.map((text, index) => numberedAction(text, index, namesIn)).join("\n");
}

function numberedAction(text: string, index: number, namesIn: NamesIn): string {
  const marker = `${index + 1}. `;
  const blocks = blocksOf(text.split("\n")).map(({ isCode, lines }) =>
    isCode ? codeBlock("sh", commandLines(lines).join("\n")) : readableText(lines.join("\n"), namesIn),
  );
  // All of it belongs to the item only when it is indented as far as its text.
  return marker + blocks.join("\n\n").replace(/\n(?=[^\n])/g, `\n${" ".repeat(marker.length)}`);
}

interface Block {
  readonly isCode: boolean;
  readonly lines: readonly string[];
}

/** Lines of text that follow each other, and commands that do. */
function blocksOf(lines: readonly string[]): Block[] {
  return lines.reduce<Block[]>((blocks, line) => {
    const isCode = commandLine.test(line);
    const last = blocks.at(-1);
    if (last?.isCode !== isCode) return [...blocks, { isCode, lines: [line] }];
    return [...blocks.slice(0, -1), { isCode, lines: [...last.lines, line] }];
  }, []);
}

/** Commands as a shell takes them: what an alert fills in is a variable, which the first lines ask for. */
function commandLines(lines: readonly string[]): string[] {
  const asked = new Set<string>();
  const commands = lines.map((line) => {
    const command = commandLine.exec(line)?.[1] ?? line;
    return command.replace(template, (match, offset: number) => {
      const name = filledIn(match);
      if (name === undefined) return match;
      asked.add(name);
      // Between single quotes nothing is filled in, so they end before it and begin again.
      const quote = command.slice(0, offset).split("'").length % 2 === 0 ? "'" : "";
      return `${quote}"$${name.toUpperCase()}"${quote}`;
    });
  });
  return [
    ...[...asked].map((name) => `${name.toUpperCase()}= # ${name}, from the notification`),
    ...commands,
  ];
}

function readablePiece(piece: string, namesIn: NamesIn): string {
  const [, inside] = code.exec(piece) ?? [];
  if (inside !== undefined) return inlineCode(namedTemplates(inside));
  if (!piece.startsWith("{{")) return linkedText(piece, namesIn(piece));
  const name = filledIn(piece);
  return name === undefined ? inlineCode(piece) : `*${name}*`;
}

function linkedText(text: string, names: readonly LinkedName[]): string {
  const between = [...names, { start: text.length }].map(({ start }, index) =>
    escapeMarkdown(text.slice(names[index - 1]?.end ?? 0, start)),
  );
  const links = names.map(({ start, end, target }) => link(text.slice(start, end), target));
  return between.map((plain, index) => plain + (links[index] ?? "")).join("");
}

/** Italics do not work in code; angle brackets are what manuals write there. */
function namedTemplates(text: string): string {
  return text.replace(template, (match) => {
    const name = filledIn(match);
    return name === undefined ? match : `<${name}>`;
  });
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
export function serviceTitle(service: string, model: Pick<Model, "services">): string {
  return serviceNamed(model, service)?.title ?? service;
}
