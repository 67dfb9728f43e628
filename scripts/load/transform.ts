import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TransformFailure, TransformOptions } from "esbuild";
import { kebabCase } from "../code/names.ts";
import { runEsbuild } from "../start/esbuild.cjs";
import { temporaryFolder } from "../tools/temporary-folder.ts";
import { lineTableOf } from "./line-table.ts";
import type { Transformed, Untransformed } from "./transformed.ts";

/** What esbuild makes of a module, in the words of its API. */
export const moduleOptions = {
  format: "cjs",
  platform: "node",
  target: "node20.19",
  sourcemap: "external",
  sourcesContent: false,
  // An import is what its author wrote: what is imported for its types alone is marked so.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: "es2023" } },
} satisfies TransformOptions;

/** The same for a text alone. */
export const oneModule: TransformOptions = {
  ...moduleOptions,
  loader: "ts",
  // Of its name esbuild makes names in the code.
  sourcefile: "0.ts",
  logLevel: "silent",
};

/** Part of the name under which a result is kept: with other options there would be another one. */
export const transformOptions: readonly string[] = [
  ...Object.entries(moduleOptions).map(
    ([name, value]) => `--${kebabCase(name)}=${typeof value === "object" ? JSON.stringify(value) : value}`,
  ),
  "--log-level=error",
  "--log-limit=0",
  "--color=false",
];

// Windows takes a command line of 32,000 characters, and a name here has up to ten.
const filesAtOnce = 2_000;

/** Makes CommonJS of TypeScript modules, each on its own: their texts in the order of the results. */
export function transform(texts: readonly string[]): (Transformed | Untransformed)[] {
  const starts = Array.from(
    { length: Math.ceil(texts.length / filesAtOnce) },
    (_, index) => index * filesAtOnce,
  );
  return starts.flatMap((start) => transformAtOnce(texts.slice(start, start + filesAtOnce)));
}

/**
 * The texts are written where no package.json is near, so that esbuild knows nothing of them but what they say, and works on what
 * was read here, even if its file has changed since.
 */
function transformAtOnce(texts: readonly string[]): (Transformed | Untransformed)[] {
  const { path: folder, remove } = temporaryFolder("load-");
  try {
    mkdirSync(join(folder, "out"));
    texts.forEach((text, index) => writeFileSync(join(folder, `${index}.ts`), text));
    const wrong = new Map<number, Untransformed>();
    const all = texts.map((_, index) => index);
    const right = () => all.filter((index) => !wrong.has(index));
    for (let done = false; !done && right().length > 0;) {
      const names = right().map((index) => `${index}.ts`);
      const { ok, errors } = runEsbuild(folder, [...names, "--outdir=out", ...transformOptions]);
      const found = errorsIn(errors);
      // It writes nothing if there is a mistake in any of them.
      for (const [index, error] of found) wrong.set(index, error);
      if (!ok && found.size === 0) throw new Error(`esbuild failed: ${errors}`);
      done = ok;
    }
    return all.map((index) => wrong.get(index) ?? read(folder, index));
  } finally {
    remove();
  }
}

function read(folder: string, index: number): Transformed {
  const [code = "", sourceMap = ""] = ["js", "js.map"].map((end) =>
    readFileSync(join(folder, `out/${index}.${end}`), "utf8"),
  );
  return transformedFrom(code, sourceMap);
}

/** What esbuild made of a module. */
export function transformedFrom(code: string, sourceMap: string): Transformed {
  // Before this, esbuild says what the module exports: whoever asks for something too early comes by there.
  const end = code.indexOf("\nmodule.exports = ");
  const own = end === -1 ? 0 : code.slice(0, end + 1).split("\n").length;
  const map: unknown = JSON.parse(sourceMap);
  const mappings = typeof map === "object" && map !== null && "mappings" in map ? map.mappings : "";
  const table = lineTableOf(String(mappings));
  return { code, lines: JSON.stringify(table.map((row, index) => (index < own ? [] : row))) };
}

/** What esbuild has against a text, where that is what its API has thrown. */
export function untransformed(thrown: unknown): Untransformed | undefined {
  const [first] = isFailure(thrown) ? thrown.errors : [];
  return first?.location ? { error: first.text, line: first.location.line } : undefined;
}

function isFailure(thrown: unknown): thrown is TransformFailure {
  return thrown instanceof Error && "errors" in thrown && Array.isArray(thrown.errors);
}

/** The first error of each file: the text, and its place in the next line but one. */
function errorsIn(errors: string): Map<number, Untransformed> {
  const found = new Map<number, Untransformed>();
  for (const [, error = "", file, line] of errors.matchAll(/\[ERROR\] (.*)\n\n +(\d+)\.ts:(\d+):\d+:/g)) {
    if (!found.has(Number(file))) found.set(Number(file), { error, line: Number(line) });
  }
  return found;
}
