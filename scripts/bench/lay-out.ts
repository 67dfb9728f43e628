import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Files } from "../../generators/output.ts";
import type { Place } from "./place.ts";
import type { Sources } from "./shops.ts";

/** What the projects are made of, read from the repository. */
export function readSources(repository: string): Sources {
  return {
    example: readBelow(join(repository, "examples/ticket-shop"), "definitions"),
    shop: readBelow(join(repository, "scripts/bench/shop"), ""),
  };
}

/** All TypeScript files below a folder of a root, by their paths from the root with `/`. */
export function readBelow(root: string, folder: string): Files {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path).replaceAll("\\", "/"))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/**
 * Writes a project that is built, by `npm run build` in its folder, with the signalbox of a checkout. What was in the folder goes.
 *
 * @param definitions texts by their paths in the project
 * @param checkout a worktree of signalbox with its dependencies installed
 */
export function layOutProject(folder: string, definitions: Files, checkout: string): void {
  rmSync(folder, { recursive: true, force: true });
  const files = {
    "package.json": packageFile(readFileSync(join(checkout, "package.json"), "utf8"), checkout),
    "tsconfig.json": `${JSON.stringify(compilerOptions(checkout), undefined, 2)}\n`,
    ...definitions,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(checkout, join(folder, "node_modules/signalbox"), "junction");
  // Where npm looks for the programs that its scripts name.
  symlinkSync(join(checkout, "node_modules/.bin"), join(folder, "node_modules/.bin"), "junction");
}

const withScripts = z.object({ scripts: z.record(z.string(), z.string()) });

/** The scripts of the checkout, started in another folder: so each edition starts as its own package.json says. */
function packageFile(ofCheckout: string, checkout: string): string {
  const { scripts } = withScripts.parse(JSON.parse(ofCheckout));
  const moved = Object.entries(scripts).map(([name, line]) => [
    name,
    line.replaceAll(/(?<=^|\s)(?:\.\/)?scripts\//g, () => `${checkout.replaceAll("\\", "/")}/scripts/`),
  ]);
  return packageWith(Object.fromEntries(moved));
}

/** Under which the compiler finds the sources of signalbox, as Node does by its flag. */
function compilerOptions(checkout: string): object {
  return {
    extends: "signalbox/tsconfig.json",
    // The sources, unlike the declarations of the package, know of Node.
    compilerOptions: {
      customConditions: ["signalbox-source"],
      typeRoots: [join(checkout, "node_modules/@types")],
      types: ["node"],
    },
    include: ["definitions"],
  };
}

/** A folder in which npm can run nothing, which is what every command costs before it begins. */
export function emptyPlace(parent: string): Place {
  const folder = join(parent, "empty");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), packageWith({ empty: 'node -e ""' }));
  return { folder, caches: join(folder, "caches") };
}

function packageWith(scripts: Readonly<Record<string, string>>): string {
  return `${JSON.stringify({ private: true, type: "module", scripts }, undefined, 2)}\n`;
}
