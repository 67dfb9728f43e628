import { readFileSync } from "node:fs";
import { writeWhole } from "../start/write-whole.cjs";
import { contentKey } from "./content-key.ts";

/** An answer, and the day on which somebody last asked for it. */
export interface Entry {
  readonly value: unknown;
  readonly day: number;
}

/** What stands in the file of a shelf; nothing where it is not there, or was not written to its end. */
export function readShelf(path: string): ReadonlyMap<string, Entry> {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === contentKey(body) ? new Map(entriesOf(JSON.parse(body))) : new Map();
  } catch {
    return new Map();
  }
}

/** The first line is the hash of the rest. Where the folder cannot be written to, nothing is kept. */
export function writeShelf(path: string, entries: ReadonlyMap<string, Entry>): void {
  const body = JSON.stringify([...entries].map(([key, { value, day }]) => [key, value, day]));
  writeWhole(path, `${contentKey(body)}\n${body}`);
}

function entriesOf(read: unknown): [string, Entry][] {
  return Array.isArray(read) ? read.flatMap(entryOf) : [];
}

function entryOf(read: unknown): [string, Entry][] {
  if (!Array.isArray(read)) return [];
  const [key, value, day]: unknown[] = read;
  return typeof key === "string" && typeof day === "number" ? [[key, { value, day }]] : [];
}
