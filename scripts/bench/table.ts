/** A table as Prettier writes it: columns of one width, numbers to the right. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  /** Of these columns, counted from 0, the texts stand on the left. */
  left: readonly number[] = [0],
): string {
  const widths = heads.map((head, column) =>
    Math.max(3, head.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? "", width, left.includes(column))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    left.includes(column) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(heads), line(rule), ...rows.map(line)].join("\n");
}

function padded(cell: string, width: number, isLeft: boolean): string {
  return isLeft ? cell.padEnd(width) : cell.padStart(width);
}

/** Of what a page has between the two marks of a block, with another content. */
export function withBlock(page: string, name: string, content: string): string {
  const [open, close] = [`<!-- bench: ${name} -->`, `<!-- end of bench: ${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the page has no block ${open}`);
  return `${page.slice(0, start + open.length)}\n\n${content}\n\n${page.slice(end)}`;
}
