import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { engine } from "../../scripts/engine.ts";
import { contentKey } from "../../scripts/kept/content-key.ts";

const { packageFolder } = engine;

/** What the package says of itself, and how its declarations are made. */
const files = ["package.json", "tsconfig.base.json", "tsconfig.package.json"];
/** What the declarations are made of. */
const sources = ["generators/language", "generators/promql"];

let installed: string | undefined;

/**
 * A folder that stands for the installed package, with the declarations of the language: as for an author, the compiler reads these,
 * in a third of the time that it needs for the sources. What runs is this repository.
 *
 * It is made once for a state of the sources, by whoever needs it first.
 */
export function installedSignalbox(): string {
  return (installed ??= madeOnce());
}

function madeOnce(): string {
  const all = join(packageFolder, "node_modules/.cache/signalbox-installed");
  const folder = join(all, stateOfSources());
  if (existsSync(folder)) return folder;
  mkdirSync(all, { recursive: true });
  removeOld(all);
  const made = mkdtempSync(join(all, "made-"));
  make(made);
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another process was quicker.
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function stateOfSources(): string {
  const below = sources.flatMap((source) =>
    readdirSync(join(packageFolder, source), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(source, path)),
  );
  const paths = [...files, ...below].sort();
  const texts = paths.map((path) => readFileSync(join(packageFolder, path), "utf8"));
  return contentKey(engine.versionOf("typescript"), ...paths, ...texts).slice(0, 16);
}

function make(folder: string): void {
  for (const file of files) cpSync(join(packageFolder, file), join(folder, file));
  symlinkSync(join(packageFolder, "generators"), join(folder, "generators"), "junction");
  const { status, stdout, error } = spawnSync(
    engine.compiler(),
    ["--project", join(packageFolder, "tsconfig.package.json"), "--outDir", join(folder, "dist/types")],
    { encoding: "utf8" },
  );
  if (status !== 0)
    throw new Error(`the declarations of the language cannot be made: ${stdout}`, { cause: error });
}

const dayMs = 24 * 60 * 60 * 1000;

/** Of earlier states; a run of the tests that still needs one is over within a day. */
function removeOld(all: string): void {
  for (const name of readdirSync(all)) {
    const path = join(all, name);
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
}
