import { join } from "node:path";
import { keptFolder } from "../kept/kept-folder.ts";
import { today } from "../kept/today.ts";
import { readKept, writeKept } from "../start/kept-file.cjs";
import type { Transformed } from "./transformed.ts";

/** Results by their names, all of a project in one file. */
export interface KeptCode {
  readonly get: (key: string) => Transformed | undefined;
  readonly put: (key: string, transformed: Transformed) => void;
  readonly save: () => void;
}

/** As it stands in the file, and the day on which it was last asked for, counted from 1970. */
interface Kept {
  readonly code: Buffer;
  readonly lines: Buffer;
  readonly day: number;
}

// To go back to a branch is quick for a week; then it takes esbuild's few milliseconds once more.
const keptDays = 7;

/** Opens what is kept for a project; a file that was not written to its end is an empty one. */
export function openKeptCode(root: string): KeptCode {
  const folder = keptFolder({ root });
  return folder === undefined ? noKeptCode : keptCodeAt(join(folder, "code"), today());
}

/** Where nothing is found and nothing is kept. */
export const noKeptCode: KeptCode = { get: () => undefined, put: () => {}, save: () => {} };

/** @param today a number of days, so that a test can let them pass */
export function keptCodeAt(path: string, today: number): KeptCode {
  const found = readAll(path);
  let isNew = false;
  return {
    get(key) {
      const kept = found.get(key);
      if (!kept) return undefined;
      found.set(key, { ...kept, day: today });
      return { code: kept.code.toString(), lines: kept.lines.toString() };
    },
    put(key, { code, lines }) {
      found.set(key, { code: Buffer.from(code), lines: Buffer.from(lines), day: today });
      isNew = true;
    },
    save() {
      if (!isNew) return;
      isNew = false;
      writeAll(path, new Map([...found].filter(([, { day }]) => today - day <= keptDays)));
    },
  };
}

type Index = readonly (readonly [key: string, codeLength: number, linesLength: number, day: number])[];

/** A line that says how long each part is, and all parts behind it: nothing is parsed that is not asked for. */
function writeAll(path: string, all: ReadonlyMap<string, Kept>): void {
  const index: Index = [...all].map(([key, { code, lines, day }]) => [key, code.length, lines.length, day]);
  const parts = [...all.values()].flatMap(({ code, lines }) => [code, lines]);
  writeKept(path, Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...parts]));
}

function readAll(path: string): Map<string, Kept> {
  const bytes = readKept(path);
  if (!bytes) return new Map();
  const indexEnd = bytes.indexOf("\n");
  const index: Index = JSON.parse(bytes.toString("utf8", 0, indexEnd));
  let end = indexEnd + 1;
  const next = (length: number) => bytes.subarray(end, (end += length));
  return new Map(
    index.map(([key, codeLength, linesLength, day]) => [
      key,
      { code: next(codeLength), lines: next(linesLength), day },
    ]),
  );
}
