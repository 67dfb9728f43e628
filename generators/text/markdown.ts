import { headerLine } from "./header.ts";

interface MarkdownOptions {
  /** Where a reader makes a change, for the header: `definitions/`. */
  readonly source: string;
}

/** Joins blocks (a heading, a paragraph, a list, a table) to a Markdown file with its header. */
export function printMarkdown(blocks: readonly string[], { source }: MarkdownOptions): string {
  return `${[headerLine("markdown", source), ...blocks].join("\n\n")}\n`;
}

/** A heading; level 1 is the page's title. */
export function heading(level: 1 | 2 | 3 | 4, text: string): string {
  return `${"#".repeat(level)} ${escapeMarkdown(text)}`;
}

/** A bullet list; the items are Markdown, so escape what is plain text. */
export function bulletList(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll("\n", "\n  ")}`).join("\n");
}

/** A table; the cells are Markdown, so escape what is plain text. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => "---"), ...rows].map(tableRow).join("\n");
}

function tableRow(cells: readonly string[]): string {
  // A bar ends a cell even inside a code span, and a row is one line.
  return `| ${cells.map((cell) => cell.replace(/\r?\n/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
}

/** Text as it is, on one line, in the type of code. */
export function inlineCode(text: string): string {
  const fence = "`".repeat(longestRunOfBackticks(text) + 1);
  const space = /^[` ]|[` ]$/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** Lines as they stand, in the type of code; the language is the one that a reader highlights by. */
export function codeBlock(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, longestRunOfBackticks(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Markdown of which a reader sees only the title until it is opened. */
export function foldedBlock(title: string, markdown: string): string {
  // Without the empty lines it would be taken for HTML.
  return `<details>\n<summary>${escapeMarkdown(title)}</summary>\n\n${markdown}\n\n</details>`;
}

/** A link; its target is a URL, or a path from the file that holds it. */
export function link(text: string, target: string): string {
  return `[${escapeMarkdown(text)}](<${target.replace(/[<>\r\n]/g, encodeURIComponent)}>)`;
}

/** Plain text, so that a reader sees these characters and no formatting. */
export function escapeMarkdown(text: string): string {
  return (
    text
      // An underscore inside a word formats nothing, and metric names are full of them.
      .replace(/[\\`*[\]<]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;)/g, "\\$&")
      // At the start of a line: a heading, a quotation, a list.
      .replace(/^(\s*)(?:([#>]|[-+](?=\s))|(\d+)(?=[.)]\s))/gm, escapeLineStart)
  );
}

function escapeLineStart(_match: string, space: string, marker: string | undefined, number = ""): string {
  return marker === undefined ? `${space}${number}\\` : `${space}\\${marker}`;
}

function longestRunOfBackticks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/**
 * The names that links can have after `#`, one for each heading of a page, in the order of the page: as code hosts make them.
 *
 * The headings are plain text. Of headings that would have the same name the later ones get a number.
 */
export function headingAnchors(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const name = slug(heading);
    let anchor = name;
    for (let count = 1; taken.has(anchor); count += 1) anchor = `${name}-${count}`;
    taken.add(anchor);
    return anchor;
  });
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
