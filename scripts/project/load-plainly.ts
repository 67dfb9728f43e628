import { findSourceMap } from "node:module";
import { join } from "node:path";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { engine } from "../engine.ts";
import { runPlainly } from "../start/plain.cjs";
import { breakOffAfter } from "./calls-of-main.ts";
import type { Call, Calls } from "./look-at-main.ts";
import { hungError, hungMessage, mostTaken } from "./limited.ts";
import { leave } from "./our-end.ts";
import { loadBelowQuestionMarks } from "./question-marks.ts";
import { settled } from "./unsettled.ts";

let loader: Promise<unknown> | undefined;

/** Loads a module by tsx, which can do all that Node can: slower, and with the same result. */
export async function loadPlainly(path: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  countPlacesFrom(root);
  const importModule = await importingModules();
  if (path.includes("?")) loadBelowQuestionMarks(join(engine.packageFolder, "package.json"));
  const { brokenOff, brokenOffBefore, stop } = breakOffAfter(mostTaken());
  const hung = (calls: Calls) => hungError({ calls: calls.map(asWritten), message: hungMessage() });
  const nothingLeft = async () => {
    const calls = await brokenOffBefore();
    if (calls) throw hung(calls);
  };
  const ended = brokenOff.then((calls) => Promise.reject(hung(calls)));
  try {
    return await Promise.race([settled(path, importModule, nothingLeft), ended]);
  } finally {
    stop();
  }
}

/** What imports a module as tsx does. */
export async function importingModules(): Promise<
  (href: string) => Promise<Readonly<Record<string, unknown>>>
> {
  const { importModule } = engine;
  // The sources run under tsx already.
  if (importModule === undefined) return (href) => import(href);
  loader ??= importModule("tsx/esm/api").then(({ register }) => {
    if (typeof register === "function") register();
  });
  await loader;
  return importModule;
}

/** The line of the author's, of what tsx made of it. */
function asWritten(call: Call): Call {
  const entry = findSourceMap(call.url)?.findEntry(call.line - 1, call.column - 1);
  return entry !== undefined && "originalLine" in entry ? { ...call, line: entry.originalLine + 1 } : call;
}

/**
 * Runs this program of the repository once more, by tsx, and ends with it. Here "signalbox" are the sources: whoever imports them
 * must not meet the bundle of them beside.
 */
export async function runPlainlyInstead(program: string): Promise<never> {
  leave(await runPlainly(engine.packageFolder, program, process.argv.slice(2)));
}
