import { isBuiltin } from "node:module";
import type { SourceFile } from "./source-files.ts";

type SourceFiles = ReadonlyMap<string, SourceFile>;

/**
 * What of these modules would run otherwise as CommonJS, or not at all; undefined where they run as the modules that they are.
 *
 * Rather one reason too many: definitions that are not fit are loaded by tsx, which only takes longer.
 */
export function unfitReason(files: SourceFiles, entry: string): string | undefined {
  for (const path of reachedFrom([entry], files)) {
    const file = files.get(path);
    const reason = file && reasonOf(file, files);
    if (reason !== undefined) return `${path} ${reason}`;
  }
  return undefined;
}

function reasonOf(file: SourceFile, files: SourceFiles): string | undefined {
  const { module, requires, path } = file;
  if (!module) return undefined;
  if ("error" in module) return /Top-level await/.test(module.error) ? "awaits at its top" : undefined;
  if (/\bimport_meta\b/.test(module.code)) return "asks where it lies";
  if (/\bimport\(/.test(module.code)) return "imports in the middle";
  const foreign = [...requires].find(([name, required]) => !isOwn(name, required, files));
  if (foreign) return `imports ${foreign[0]}`;
  // While it is run, what it exports by a star is not there yet; in a module it is, before anything has run.
  const goesInCircle = /\b__reExport\(/.test(module.code) && reachedFrom(filesOf(file), files).has(path);
  return goesInCircle ? "exports by a star what imports it" : undefined;
}

function isOwn(name: string, file: string | undefined, files: SourceFiles): boolean {
  return name === "signalbox" || isBuiltin(name) || (file !== undefined && files.has(file));
}

function filesOf({ requires }: SourceFile): string[] {
  return [...requires.values()].flatMap((path) => path ?? []);
}

function reachedFrom(paths: readonly string[], files: SourceFiles): Set<string> {
  const reached = new Set(paths);
  for (const path of reached) {
    const file = files.get(path);
    if (file) for (const required of filesOf(file)) reached.add(required);
  }
  return reached;
}
