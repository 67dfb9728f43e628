import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { engine } from "../engine.ts";
import { contentKey } from "./content-key.ts";

/** A text that changes with anything of the engine: what one engine worked out, another must not believe. */
export function engineIdentity(): string {
  return (identity ??= engine.bundleIdentity ?? identityOfSources());
}

let identity: string | undefined;

/** The sources, and the libraries that are pinned. */
function identityOfSources(): string {
  const files = [
    ...["generators", "scripts"].flatMap((folder) => filesIn(join(engine.packageFolder, folder))),
    ...["package.json", "package-lock.json"].map((file) => join(engine.packageFolder, file)),
  ];
  return contentKey(...files.flatMap((file) => [relative(engine.packageFolder, file), readFileSync(file)]));
}

/** All files below a folder, in an order that no disk decides. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
