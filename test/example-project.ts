import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder, put } from "./build/out-fixture.ts";
import { withManifest } from "../scripts/build/manifest.ts";
import { exampleCompiled } from "./example-model.ts";

const repository = fileURLToPath(new URL("../", import.meta.url));
const copied = {
  "package.json": "package.json",
  "tsconfig.json": "tsconfig.json",
  "definitions/tsconfig.json": "definitions/tsconfig.json",
  scripts: "scripts",
  generators: "generators",
  "examples/ticket-shop/definitions": "definitions",
};

/** The ticket shop as a project of its own, which a test may change; it goes when the test ends. */
export function exampleProject(): string {
  const folder = makeFolder();
  for (const [from, to] of Object.entries(copied)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(repository, from), join(folder, to), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** What is deployed of the ticket shop, in a folder; where it is given none, in one that goes when the test ends. */
export function exampleOut(folder: string = makeFolder()): string {
  for (const [path, text] of Object.entries(withManifest(exampleCompiled().files))) put(folder, path, text);
  return folder;
}
