import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { engine } from "../engine.ts";
import { openKeptCode } from "../load/kept-code.ts";
import { moduleGraph, type ModuleGraph } from "../load/module-graph.ts";
import { loadPlainly } from "./load-plainly.ts";

let graph: ModuleGraph | undefined;

/**
 * Loads a TypeScript module of a project; the places of what it defines are counted from the project's folder.
 *
 * The modules are loaded here and not at the top, so that what an author's module throws can be caught at all.
 */
export async function loadModule(path: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  // The author's line is found in the stack, and may lie below many calls inside the language.
  Error.stackTraceLimit = 50;
  if (engine.isSource) {
    countPlacesFrom(root);
    const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
    return loaded;
  }
  // Once for a configuration and the definitions: a second one would look at every module again.
  graph ??= moduleGraph({ kept: openKeptCode(root), version: engine.versionOf("esbuild") });
  countPlacesFrom(root, graph.lineOf);
  const result = graph.load(realpathSync.native(path));
  return "exports" in result ? result.exports : loadPlainly(path, root);
}

/** The author's line of what runs at a place in a stack; the same line where Node knows it. */
export function authorsLine(path: string, line: number, column: number): number | undefined {
  return graph?.has(path) ? graph.lineOf(path, line, column) : line;
}
