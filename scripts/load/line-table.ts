/**
 * For each line of what runs, where the lines of the author's file begin in it: column and line in turn, columns counted from 0 and
 * lines from 1. Of a source map this is all that a problem's place needs, in a tenth of its size.
 */
export type LineTable = readonly (readonly number[])[];

/** Reads the mappings of a source map that has one source. */
export function lineTableOf(mappings: string): LineTable {
  let line = 1;
  return mappings.split(";").map((row) => {
    const table: number[] = [];
    let column = 0;
    for (const segment of row === "" ? [] : row.split(",")) {
      const [columnStep = 0, , lineStep = 0] = decode(segment);
      column += columnStep;
      line += lineStep;
      if (table.at(-1) !== line) table.push(column, line);
    }
    return table;
  });
}

/** The author's line; undefined for what no author wrote. Line and column are counted from 1, as in a stack. */
export function lineAt(table: LineTable, line: number, column: number): number | undefined {
  const row = table[line - 1] ?? [];
  let found: number | undefined;
  for (let index = 0; index < row.length && (row[index] ?? 0) < column; index += 2) found = row[index + 1];
  return found;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const valueOf = new Map([...digits].map((digit, value) => [digit, value]));

/** Numbers as source maps write them: five bits a digit, the lowest first, and the sign in the very first. */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = valueOf.get(digit) ?? 0;
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
