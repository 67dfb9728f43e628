import { styleText } from "node:util";
import type { Entry, Fact } from "../../generators/asked/entry.ts";
import { printable } from "../../generators/text/printable.ts";
import { textTable } from "../simulate/text-table.ts";

/** A table with a line for each, under the names of the columns; one that is empty everywhere is left out. */
export function listText(entries: readonly Entry[]): string {
  const cells = entries.map(({ name, row, service = "", place }) => ({
    name,
    ...row,
    service,
    "defined in": `${place.file}:${place.line}`,
  }));
  const columns = Object.keys(cells[0] ?? {}).filter((column) =>
    cells.some((one) => cellOf(one, column) !== ""),
  );
  if (columns.length === 0) return "";
  const rows = cells.map((one) => columns.map((column) => printable(cellOf(one, column))));
  return `${textTable([columns, ...rows])}\n`;
}

function cellOf(cells: Readonly<Record<string, string>>, column: string): string {
  return cells[column] ?? "";
}

/** All there is to say of one thing: a paragraph for each heading. */
export function entryText(kind: string, entry: Entry): string {
  const { name, service, place } = entry;
  const owner = service === undefined ? "" : ` of ${service}`;
  const head = `${styleText("bold", name, { stream: process.stdout })}\n  ${kind}${owner}, ${place.file}:${place.line}\n`;
  const paragraphs = Object.entries(entry.facts()).map(
    ([heading, fact]) => `\n${heading}\n${indented(fact)}`,
  );
  return head + paragraphs.join("");
}

/** What an author wrote may hold anything. */
function indented(fact: Fact): string {
  const lines = typeof fact === "string" ? fact.split("\n") : fact;
  return lines.map((line) => `  ${printable(line)}\n`).join("");
}
