import { pathToFileURL } from "node:url";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { engine } from "../engine.ts";

/**
 * Loads a TypeScript module of a project; the places of what it defines are counted from the project's folder.
 *
 * The modules are imported here and not at the top, so that what an author's module throws can be caught at all.
 */
export async function loadModule(path: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  // The author's line is found in the stack, and may lie below many calls inside the language.
  Error.stackTraceLimit = 50;
  countPlacesFrom(root);
  // The sources run under the loader already.
  if (!engine.isSource) {
    const { register } = await import("tsx/esm/api");
    register();
  }
  const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
  return loaded;
}
