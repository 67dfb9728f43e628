import { pathToFileURL } from "node:url";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { engine } from "../engine.ts";
import { runPlainly } from "../start/plain.cjs";

let loader: Promise<unknown> | undefined;

/** Loads a module by tsx, which can do all that Node can: slower, and with the same result. */
export async function loadPlainly(path: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  countPlacesFrom(root);
  const { importModule } = engine;
  const { href } = pathToFileURL(path);
  // The sources run under tsx already.
  if (importModule === undefined) return import(href);
  loader ??= importModule("tsx/esm/api").then(({ register }) => {
    if (typeof register === "function") register();
  });
  await loader;
  return importModule(href);
}

/**
 * Runs this program of the repository once more, by tsx, and ends with it. Here "signalbox" are the sources: whoever imports them
 * must not meet the bundle of them beside.
 */
export async function runPlainlyInstead(program: string): Promise<never> {
  process.exit(await runPlainly(engine.packageFolder, program, process.argv.slice(2)));
}
