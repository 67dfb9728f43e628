import { readFileSync } from "node:fs";
import { contentKey } from "../kept/content-key.ts";
import { importedFile, importedFiles } from "./imported-files.ts";
import { requiresIn } from "./imports-in.ts";
import type { KeptCode } from "./kept-code.ts";
import { transformOptions } from "./transform.ts";
import { transformMany } from "./transform-many.ts";
import type { Transformed, Untransformed } from "./transformed.ts";

/** A file that definitions consist of: a module, or data in JSON. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Left out of JSON. */
  readonly module?: Transformed | Untransformed;
  /** What it requires, and the file where that is one beside it. */
  readonly requires: ReadonlyMap<string, string | undefined>;
}

/** What results are kept by, and where. */
export interface Keeping {
  readonly kept: KeptCode;
  /** Of esbuild. */
  readonly version: string;
  /** Another way to the same results. */
  readonly transform?: Transform;
}

/** Makes modules ready to run, each on its own: in the order of their texts. */
export type Transform = (
  texts: readonly string[],
) => readonly (Transformed | Untransformed)[] | Promise<readonly (Transformed | Untransformed)[]>;

/** Reads a module and what it imports from beside it, but for what is known already, and makes all of it ready to run at once. */
export async function sourcesFrom(
  entry: string,
  known: ReadonlyMap<string, SourceFile>,
  keeping: Keeping,
): Promise<SourceFile[]> {
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || !/\.(?:ts|json)$/.test(path)) continue;
    seen.add(path);
    const file = known.get(path);
    if (file) {
      waiting.push(...[...file.requires.values()].flatMap((one) => one ?? []));
      continue;
    }
    const text = textOf(path);
    if (text === undefined) continue;
    texts.set(path, text);
    if (path.endsWith(".ts")) waiting.push(...importedFiles(path, text));
  }
  return prepared([...texts], keeping);
}

/** Its text, or nothing where it is a folder, or was deleted since. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

async function prepared(
  files: readonly (readonly [path: string, text: string])[],
  { kept, version, transform = transformMany }: Keeping,
): Promise<SourceFile[]> {
  const keyed = files.map(([path, text]) => {
    const key = path.endsWith(".json") ? undefined : contentKey(version, ...transformOptions, text);
    return { path, text, key, found: key === undefined ? undefined : kept.get(key) };
  });
  const unknown = keyed.filter(({ key, found }) => key !== undefined && found === undefined);
  const modules = await transform(unknown.map(({ text }) => text));
  const made = new Map(modules.map((module, index) => [unknown[index]?.path, module]));
  for (const { path, key } of unknown) {
    const module = made.get(path);
    if (key !== undefined && module && "code" in module) kept.put(key, module);
  }
  kept.save();
  return keyed.map(({ path, text, found }) => sourceFile(path, text, found ?? made.get(path)));
}

function sourceFile(path: string, text: string, module: Transformed | Untransformed | undefined): SourceFile {
  const names = module && "code" in module ? requiresIn(module.code) : [];
  const requires = new Map(
    names.map((name) => [name, name.startsWith(".") ? importedFile(path, name) : undefined]),
  );
  return { path, text, requires, ...(module && { module }) };
}
