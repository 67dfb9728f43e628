import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { engine } from "../engine.ts";
import { importedFiles } from "../load/imported-files.ts";
import { noKeptCode } from "../load/kept-code.ts";
import { sourcesFrom, type SourceFile } from "../load/source-files.ts";
import { transform } from "../load/transform.ts";

type Import = (url: string) => Promise<Readonly<Record<string, unknown>>>;

const unsettled = Symbol("nothing is left that could settle it");

/**
 * What a module exports. Where its import waits for what never comes, that is noticed when this process has nothing else left to do, and
 * is a mistake in the line that waits.
 *
 * @param nothingLeftToDo is asked first whether there is another reason for it
 */
export async function settled(
  path: string,
  importModule: Import,
  nothingLeftToDo: () => Promise<void>,
): Promise<Readonly<Record<string, unknown>>> {
  let giveUp = () => {};
  const nothingLeft = new Promise<typeof unsettled>((resolve) => (giveUp = () => resolve(unsettled)));
  process.once("beforeExit", giveUp);
  const first = await Promise.race([importModule(pathToFileURL(path).href), nothingLeft]).finally(() =>
    process.off("beforeExit", giveUp),
  );
  if (first !== unsettled) return first;
  await nothingLeftToDo();
  const place = (await waitingPlace(path, importModule)) ?? { path, line: 1 };
  const error = new Error(
    "an await at the top of this module never settles: nothing is left that could settle it",
  );
  error.stack = `Error: ${error.message}\n    at ${place.path}:${place.line}:1`;
  throw error;
}

/** Of the modules that await at their top the one that waits, and imports none that waits itself. */
async function waitingPlace(
  entry: string,
  importModule: Import,
): Promise<{ readonly path: string; readonly line: number } | undefined> {
  const version = engine.versionOf("esbuild");
  // Not by esbuild's API, which tsx may be using for these modules.
  const files = await sourcesFrom(entry, new Map(), { kept: noKeptCode, version, transform });
  const waiting: { readonly file: SourceFile; readonly line: number }[] = [];
  for (const file of files) {
    const line = awaitAtTop(file);
    if (line !== undefined && (await isPending(file, importModule))) waiting.push({ file, line });
  }
  const first = waiting.find(
    ({ file }) => !waiting.some((other) => other.file !== file && reaches(file, other.file.path, files)),
  );
  return first && { path: first.file.path, line: first.line };
}

/** The line of the first one. */
function awaitAtTop({ module }: SourceFile): number | undefined {
  return module && "error" in module && /Top-level await/.test(module.error) ? module.line : undefined;
}

/** A module that was imported is there at once when it is imported again, unless it still waits. */
async function isPending({ path }: SourceFile, importModule: Import): Promise<boolean> {
  const pending = Symbol();
  const imported = importModule(pathToFileURL(path).href).catch(() => undefined);
  return (await Promise.race([imported, manyTurns().then(() => pending)])) === pending;
}

// A loader in a thread of its own answers after a few of them.
async function manyTurns(): Promise<void> {
  for (let count = 0; count < 1000; count++) await turn();
}

function reaches(from: SourceFile, path: string, files: readonly SourceFile[]): boolean {
  const reached = new Set([from.path]);
  for (const one of reached) {
    const file = files.find((other) => other.path === one);
    for (const imported of file ? importedFiles(file.path, file.text) : []) reached.add(imported);
  }
  return reached.has(path);
}
