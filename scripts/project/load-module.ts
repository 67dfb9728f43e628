import { pathToFileURL } from "node:url";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { engine } from "../engine.ts";

let loader: Promise<unknown> | undefined;

/** Once for a configuration and the definitions: a second loader would look at every module again. */
function readingTypeScript(): Promise<unknown> | undefined {
  // The sources run under the loader already.
  if (engine.isSource) return undefined;
  return (loader ??= import("tsx/esm/api").then(({ register }) => register()));
}

/**
 * Loads a TypeScript module of a project; the places of what it defines are counted from the project's folder.
 *
 * The modules are imported here and not at the top, so that what an author's module throws can be caught at all.
 */
export async function loadModule(path: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  // The author's line is found in the stack, and may lie below many calls inside the language.
  Error.stackTraceLimit = 50;
  countPlacesFrom(root);
  await readingTypeScript();
  const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
  return loaded;
}
