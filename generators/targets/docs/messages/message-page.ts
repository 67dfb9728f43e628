import type { Message } from "../../../notifiers/message-of.ts";
import { notifierTypes } from "../../../notifiers/index.ts";
import type { Messages } from "../../../notifiers/messages-of.ts";
import { codeBlock, heading, inlineCode, table } from "../../../text/markdown.ts";

/** Before what is said only of the end of an alert. */
export const asWhileItFires = "All else as while it fires, but for:";
export const nothingElse = "Nothing but:";
/** Before the fields that are no longer sent. */
export const without = "Without ";
export const saysNoEnd = "Nothing is sent when it is over.";

/** The messages of one notifier of a receiver: while the alert fires, and of its end what is different. */
export function messageBlocks(receiver: string, { notifier, label, firing, resolved }: Messages): string[] {
  const { read } = notifierTypes[notifier.kind].message;
  return [
    heading(2, messagesTitle(receiver, label)),
    heading(3, "Firing"),
    ...fieldBlocks(firing, read),
    ...(resolved ? [heading(3, "Resolved"), ...endBlocks(firing, resolved, read)] : [saysNoEnd]),
  ];
}

/** What the section of a notifier is called. */
export function messagesTitle(receiver: string, label: string): string {
  return `${receiver}: ${label}`;
}

function endBlocks(firing: Message, resolved: Message, read: readonly string[]): string[] {
  const gone = Object.keys(firing).filter((path) => resolved[path] === undefined);
  // What is closed by its key is sent almost nothing.
  if (gone.length > Object.keys(resolved).length) return [nothingElse, ...fieldBlocks(resolved, read)];
  const different = Object.entries(resolved).filter(([path, text]) => firing[path] !== text);
  return [
    asWhileItFires,
    ...(gone.length === 0 ? [] : [`${without}${gone.map(inlineCode).join(", ")}.`]),
    ...fieldBlocks(Object.fromEntries(different), read),
  ];
}

/** Those that people read first, each as it stands; the others in a table. */
function fieldBlocks(message: Message, read: readonly string[]): string[] {
  const fields = Object.entries(message);
  const isLong = ([path, text]: readonly [string, string]) => read.includes(path) || !fitsIntoCell(text);
  const placeOf = ([path]: readonly [string, string]) =>
    read.includes(path) ? read.indexOf(path) : read.length;
  const long = fields.filter(isLong).sort((a, b) => placeOf(a) - placeOf(b));
  const short = fields.filter((field) => !isLong(field));
  return [
    ...long.flatMap(([path, text]) => [inlineCode(path), codeBlock(path === "html" ? "html" : "text", text)]),
    ...(short.length === 0
      ? []
      : [
          table(
            ["field", "value"],
            short.map((field) => field.map(inlineCode)),
          ),
        ]),
  ];
}

/** A cell is one line, and shows no space at its ends. */
function fitsIntoCell(text: string): boolean {
  return !/[\r\n]/.test(text) && text.trim() === text;
}
