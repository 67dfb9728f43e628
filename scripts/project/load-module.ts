import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { engine } from "../engine.ts";
import { noKeptCode, openKeptCode } from "../load/kept-code.ts";
import { moduleGraph, type LoadResult, type ModuleGraph } from "../load/module-graph.ts";
import type { Transform } from "../load/source-files.ts";
import { transformMany } from "../load/transform-many.ts";
import { transformingAgain } from "../load/transform-again.ts";
import { briefly, hungError, hungMessage, mostTaken } from "./limited.ts";
import { loadPlainly, runPlainlyInstead } from "./load-plainly.ts";
import { callsAfterwards } from "./calls-of-main.ts";
import { mayGoOn } from "./may-not-end.ts";
import { withPlace } from "./where-thrown.ts";

let graph: ModuleGraph | undefined;
let isPlain = engine.isSource;
let last: { readonly root: string; readonly file: string } | undefined;

/** The module that was loaded last, by its path from its project's folder: what happens later is of it. */
export const lastLoaded = (): typeof last => last;

/** From now on modules are loaded as Node itself would, by tsx; in this repository the whole program is run so, once more. */
export async function goPlainly(): Promise<void> {
  if (engine.program !== undefined) await runPlainlyInstead(engine.program);
  isPlain = true;
}

/**
 * Loads a TypeScript module of a project; the places of what it defines are counted from the project's folder.
 *
 * The modules are loaded here and not at the top, so that what an author's module throws can be caught at all.
 */
export async function loadModule(path: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  last = { root, file: relative(root, path).split(sep).join("/") };
  // The author's line is found in the stack, and may lie below many calls inside the language.
  Error.stackTraceLimit = 50;
  // By tsx a module is loaded once and for all.
  if (isPlain && isLasting) throw needsProcess;
  if (isPlain) return loadPlainly(path, root);
  // Once for a configuration and the definitions: a second one would look at every module again.
  graph ??= moduleGraph({
    kept: isLasting ? noKeptCode : openKeptCode(root),
    version: engine.versionOf("esbuild"),
    transform: (texts) => make(texts),
  });
  countPlacesFrom(root, graph);
  const entry = realpathSync.native(path);
  await graph.read(entry);
  const result = loadedFrom(graph, entry);
  if ([...graph.texts().values()].some(mayGoOn)) await nothingGoesOn();
  if ("exports" in result) return result.exports;
  if (isLasting) throw needsProcess;
  await goPlainly();
  return loadPlainly(path, root);
}

/** What was begun in promises comes to its end before anything is made of the definitions. */
async function nothingGoesOn(): Promise<void> {
  const room = { characters: loadedCharacters() };
  const calls = await callsAfterwards(mostTaken(room));
  if (calls) throw hungError({ calls, message: hungMessage(room) });
}

/** Within the limit; of what was thrown and is no error it is looked for where. */
function loadedFrom({ load, restart, has }: ModuleGraph, entry: string): LoadResult {
  const work = () => load(entry);
  try {
    return briefly(work, restart, loadedCharacters());
  } catch (thrown) {
    throw withPlace(thrown, () => briefly(work, restart, loadedCharacters()), has);
  }
}

/** What was saved will be loaded anew, with all that imports it; the rest stays as it is. */
export function forgetModules(paths: Iterable<string>): void {
  graph?.forget(paths);
}

/** Why the modules that are to be loaded can only be loaded in another process. */
export const needsProcess = new Error("these definitions can only be loaded by tsx");

let isLasting = false;

/** Whether this process goes on after a build. */
export const isStaying = (): boolean => isLasting;
let make: Transform = transformMany;

/** This process goes on after a build: it does not end with one that is run in another way, but throws `needsProcess`. */
export function stayInProcess(): void {
  isLasting = true;
}

/** Gets ready to load modules again and again: what has to be started for that is then there. */
export async function readyToLoad(): Promise<void> {
  if (make === transformMany) make = await transformingAgain();
}

/** Everything that was loaded, as it was read; undefined where somebody else has loaded it. */
export function loadedTexts(): ReadonlyMap<string, string> | undefined {
  return graph?.texts();
}

/** How long all of them are together: what is done with definitions takes more where there are more of them. */
export function loadedCharacters(): number {
  return [...(loadedTexts()?.values() ?? [])].reduce((sum, text) => sum + text.length, 0);
}

/** The author's line of what runs at a place in a stack; the same line where Node knows it. */
export function authorsLine(path: string, line: number, column: number): number | undefined {
  return graph?.has(path) ? graph.lineOf(path, line, column) : line;
}
