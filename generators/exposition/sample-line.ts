import { type Cursor, blanks, fail, quoted, word } from "./cursor.ts";
import type { Sample } from "./exposition.ts";

/**
 * Reads a line with a value: `name{label="value"} 1.5`, with the time and the exemplar that may follow.
 *
 * @throws Refusal with the reason
 */
export function readSample(line: string): Sample {
  const cursor: Cursor = { text: line, at: 0 };
  const bare = word(cursor, /[^\s{"]*/y);
  blanks(cursor);
  const { labels, name: inBraces } = line[cursor.at] === "{" ? labelSet(cursor) : noLabels;
  const name = bare === "" ? inBraces : bare;
  if (name === undefined || name === "") fail("there is no name of a metric");
  blanks(cursor);
  const written = word(cursor, /[^\s#]+/y);
  if (written === "") fail(`${name} has no value`);
  refuseRest(line.slice(cursor.at), name);
  return { name, labels, value: numberOf(written) };
}

const noLabels = { labels: new Map<string, string>(), name: undefined };

interface LabelSet {
  readonly labels: ReadonlyMap<string, string>;
  /** A name with other characters stands first in the braces, in quotes. */
  readonly name: string | undefined;
}

function labelSet(cursor: Cursor): LabelSet {
  const labels = new Map<string, string>();
  let name: string | undefined;
  cursor.at++;
  for (;;) {
    blanks(cursor);
    if (cursor.text[cursor.at] === "}") break;
    const isQuoted = cursor.text[cursor.at] === '"';
    const label = isQuoted ? quoted(cursor) : word(cursor, /[^\s={},"]+/y);
    blanks(cursor);
    if (cursor.text[cursor.at] === "=") {
      cursor.at++;
      blanks(cursor);
      if (label === "") fail("a label has no name");
      if (labels.has(label)) fail(`the label ${label} stands twice`);
      labels.set(label, quoted(cursor));
    } else if (isQuoted && name === undefined && labels.size === 0) name = label;
    else fail(label === "" ? "a label is missing" : `the label ${label} has no value`);
    blanks(cursor);
    if (cursor.text[cursor.at] === ",") cursor.at++;
    else if (cursor.text[cursor.at] !== "}") fail("the labels are not closed with }");
  }
  cursor.at++;
  return { labels, name };
}

/** A time, and an exemplar: neither matters here, but anything else is a mistake. */
function refuseRest(rest: string, name: string): void {
  if (/^(?:\s+-?[\d.]+(?:e[+-]?\d+)?)?\s*(?:\s#\s.*)?$/i.test(rest)) return;
  fail(`something follows the value of ${name}: ${rest.trim().slice(0, 40)}`);
}

const special: Readonly<Record<string, number>> = {
  nan: NaN,
  inf: Infinity,
  "+inf": Infinity,
  "-inf": -Infinity,
  infinity: Infinity,
  "+infinity": Infinity,
  "-infinity": -Infinity,
};

/** A number as the formats write it. */
function numberOf(written: string): number {
  const lower = written.toLowerCase();
  if (Object.hasOwn(special, lower)) return special[lower] ?? NaN;
  // Go also writes hexadecimal numbers and separators; no client library does.
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(lower))
    fail(`${written.slice(0, 40)} is not a number`);
  return Number(lower);
}
