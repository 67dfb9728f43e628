import type { Message } from "../../../notifiers/message-of.ts";
import { asWhileItFires, without } from "../messages/message-page.ts";

/** What a page says that a notifier sends. */
export interface ReadMessages {
  /** `on-call: PagerDuty`, as it is written. */
  readonly title: string;
  readonly line: number;
  readonly firing: Message;
  /** Undefined: the page has nothing of the end. */
  readonly resolved: Message | undefined;
}

/** Reads a page of messages: a section for each notifier, with texts as they stand and tables of what else is sent. */
export function readMessages(page: string): ReadMessages[] {
  const lines = page.split("\n");
  const sections: ReadMessages[] = [];
  for (const { title, level, from, to } of partsOf(lines)) {
    const own = lines.slice(from, to);
    const section = sections.at(-1);
    if (level === 2) sections.push({ title, line: from, firing: {}, resolved: undefined });
    else if (section && title === "Firing")
      sections[sections.length - 1] = { ...section, firing: fieldsOf(own) };
    else if (section && title === "Resolved")
      sections[sections.length - 1] = { ...section, resolved: endOf(own, section.firing) };
  }
  return sections;
}

interface PagePart {
  readonly title: string;
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** From each heading to the next; what stands in a block of code is none. */
function partsOf(lines: readonly string[]): PagePart[] {
  const headings: Omit<PagePart, "to">[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOfBlock(lines, at);
    const [, marks = "", title = ""] = (end === at && /^(#+) (.*)$/.exec(lines[at] ?? "")) || [];
    if (marks !== "") headings.push({ title, level: marks.length, from: at + 1 });
    at = end;
  }
  return headings.map((one, index) => ({ ...one, to: (headings[index + 1]?.from ?? lines.length + 1) - 1 }));
}

/** The line that ends the block of code which begins here; the same line where none does. */
function endOfBlock(lines: readonly string[], at: number): number {
  const [, fence] = /^(`{3,})[a-z]*$/.exec(lines[at] ?? "") ?? [];
  const end = fence === undefined ? -1 : lines.indexOf(fence, at + 1);
  return end < 0 ? at : end;
}

function endOf(lines: readonly string[], firing: Message): Message {
  const own = fieldsOf(lines);
  if (!lines.includes(asWhileItFires)) return own;
  const gone = lines.find((line) => line.startsWith(without)) ?? "";
  const left = new Set([...gone.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path));
  return { ...Object.fromEntries(Object.entries(firing).filter(([path]) => !left.has(path))), ...own };
}

function fieldsOf(lines: readonly string[]): Message {
  const fields: [string, string][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const [, name, value] = /^\| (`[^`]+`) \| (`.*`) \|$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined)
      fields.push([codeIn(name), codeIn(value.replaceAll("\\|", "|"))]);
    const end = endOfBlock(lines, at);
    if (end > at) fields.push([codeIn(lines[at - 2] ?? ""), lines.slice(at + 1, end).join("\n")]);
    at = end;
  }
  return Object.fromEntries(fields);
}

/** What stands between backticks. */
function codeIn(text: string): string {
  const fence = /^`+/.exec(text)?.[0].length ?? 0;
  const inner = text.slice(fence, text.length - fence);
  return /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
}
