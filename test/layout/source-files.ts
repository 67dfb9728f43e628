import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Root of the repository. */
export const root = join(import.meta.dirname, "../..");

/** A source file, by its path from the root with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The modules it imports: paths from the root for its own files, names for packages. */
  readonly imports: readonly string[];
}

/** All TypeScript files below a folder of the repository, by path. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

/** The modules that a text at a path imports. */
export function importsOf(path: string, text: string): string[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "");
  const specifiers = [...code.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, specifier = ""]) => specifier,
  );
  return specifiers.map((specifier) => {
    if (specifier === "signalbox") return "generators/language/index.ts";
    return specifier.startsWith(".") ? join(path, "..", specifier).replaceAll("\\", "/") : specifier;
  });
}
