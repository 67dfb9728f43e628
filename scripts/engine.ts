import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KnownFile } from "./start/known-files.cjs";

declare global {
  interface ImportMeta {
    /** Given to a bundle by who runs it, see start/run-bundle.cjs; undefined in the sources. */
    readonly bundle?: {
      readonly identity: string;
      /** Path of the source that it was made of just now; undefined in the package, where there is none. */
      readonly program?: string;
      /** The sources that it was made of, by their paths from the root, as they were then. */
      readonly files?: readonly KnownFile[];
      /** What `import()` does: a bundle cannot do it itself. */
      readonly importModule: (url: string) => Promise<Readonly<Record<string, unknown>>>;
    };
  }
}

// The one place that knows where the engine lies, and only for what is the engine's own: its version, its compiler, its
// dependencies. Whose definitions are compiled is decided by the project. One folder up is the package, from the sources
// as from the bundle.
const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const load = createRequire(import.meta.url);

export const engine = {
  packageFolder,
  /** Whether its TypeScript runs, and not a bundle of it. */
  isSource: import.meta.url.endsWith(".ts"),
  /** What it is, where it is a bundle: anything else has another one. */
  bundleIdentity: import.meta.bundle?.identity,
  /** The program of this repository that runs as a bundle, by its path from the root. */
  program: import.meta.bundle?.program,
  /** What the program is made of. */
  bundleFiles: import.meta.bundle?.files,
  importModule: import.meta.bundle?.importModule,
  /** The program of the TypeScript compiler that the engine is made for: started by its own script it would take twice as long. */
  compiler: (): string => compilerProgram(load.resolve("typescript/package.json")),
  /** The version of a library of the engine, or of the engine itself. */
  versionOf: (name: string): string =>
    readVersion(
      name === "signalbox" ? join(packageFolder, "package.json") : load.resolve(`${name}/package.json`),
    ),
} as const;

/** It is in a package for this system, which only the one for all systems knows. */
function compilerProgram(packageFile: string): string {
  const { platform, arch } = process;
  try {
    const own = createRequire(packageFile).resolve(`@typescript/typescript-${platform}-${arch}/package.json`);
    return join(dirname(own), "lib", platform === "win32" ? "tsc.exe" : "tsc");
  } catch {
    throw new Error(
      `the TypeScript compiler for ${platform}-${arch} is not installed: install the packages anew, with the optional ones`,
    );
  }
}

function readVersion(packageFile: string): string {
  const description: unknown = JSON.parse(readFileSync(packageFile, "utf8"));
  const isDescription = typeof description === "object" && description !== null && "version" in description;
  return isDescription ? String(description.version) : "unknown";
}
