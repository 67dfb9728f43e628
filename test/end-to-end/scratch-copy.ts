import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleOut, exampleProject } from "../example-project.ts";
import { runSignalbox } from "../project/make-project.ts";

/** A copy of the ticket shop in which a test can do what an author would do. */
export interface ScratchCopy {
  readonly folder: string;
  /** Replaces a text that stands in the file exactly once. */
  readonly edit: (file: string, from: string, to: string) => void;
  /** Writes the lines that match in the opposite order, all of the file's when no pattern is given. */
  readonly reverseLines: (file: string, pattern?: RegExp) => void;
  /** `file:line` of the first place where the text stands. */
  readonly lineOf: (file: string, text: string) => string;
  /** Runs `signalbox` with these arguments. */
  readonly run: (...args: string[]) => Promise<{ readonly code: number | null; readonly output: string }>;
  /** Path and text of every file in out/. */
  readonly readOut: () => Readonly<Record<string, string>>;
}

export function scratchCopy(): ScratchCopy {
  const folder = exampleProject();
  exampleOut(join(folder, "out"));
  return {
    folder,
    edit: (file, from, to) => change(join(folder, file), (text) => replaceOnce(text, from, to)),
    reverseLines: (file, pattern = /^.+$/gm) => change(join(folder, file), (text) => reversed(text, pattern)),
    lineOf: (file, text) => `${file}:${lineOf(readFileSync(join(folder, file), "utf8"), text)}`,
    run: async (...args) => {
      const { exitCode, stdout, stderr } = await runSignalbox(args, { folder });
      return { code: exitCode, output: stdout + stderr };
    },
    readOut: () => readFolder(join(folder, "out")),
  };
}

function change(path: string, edit: (text: string) => string): void {
  writeFileSync(path, edit(readFileSync(path, "utf8")));
}

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`this must stand exactly once: ${from}`);
  return text.replace(from, () => to);
}

function reversed(text: string, pattern: RegExp): string {
  const lines = text.match(pattern) ?? [];
  if (new Set(lines).size < 2) throw new Error("two lines at least, or there is no other order");
  return text.replace(pattern, () => lines.pop() ?? "");
}

function lineOf(text: string, wanted: string): number {
  const index = text.indexOf(wanted);
  if (index < 0) throw new Error(`this does not stand there: ${wanted}`);
  return text.slice(0, index).split("\n").length;
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
