import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as language from "../generators/language/index.ts";
import { engine } from "./engine.ts";
import { bundleOptions } from "./start/bundle-options.cjs";
import { runEsbuild } from "./start/esbuild.cjs";

// What "npm pack" puts into the package: the engine as a bundle, and the declarations of the language. It is made when it is
// packed and deleted afterwards: nothing in this repository can load a bundle that is older than its sources.

const root = engine.packageFolder;
const dist = join(root, "dist");

/** Whoever imports it from elsewhere than the command, such as an author's own tests, brings no start of ours. */
const withoutStart =
  'var __bundle = __bundle || { url: require("node:url").pathToFileURL(__filename).href, identity: undefined };';

rmSync(dist, { recursive: true, force: true });
if (!process.argv.includes("--clean")) {
  bundleEngine();
  bundleCommand();
  writeModule();
  declare();
}

function bundleEngine(): void {
  const about = join(dist, "about.json");
  esbuild("scripts/packaged.ts", "engine.cjs", [`--banner:js=${withoutStart}`, `--metafile=${about}`]);
  const inputs = Object.keys(JSON.parse(readFileSync(about, "utf8")).inputs);
  rmSync(about);
  writeFileSync(join(dist, "LICENSES.txt"), licensesOf(inputs));
}

function bundleCommand(): void {
  esbuild("scripts/start/packaged.cjs", "signalbox.cjs", [
    "--banner:js=#!/usr/bin/env node",
    // It imports for the engine.
    "--supported:dynamic-import=true",
  ]);
  chmodSync(join(dist, "signalbox.cjs"), 0o755);
}

function esbuild(entry: string, output: string, more: readonly string[]): void {
  const { ok, errors } = runEsbuild(root, [
    entry,
    `--outfile=${join(dist, output)}`,
    ...bundleOptions,
    ...more,
  ]);
  if (!ok) throw new Error(errors);
}

/** What `import … from "signalbox"` gives: the language, out of the very engine that runs. */
function writeModule(): void {
  const names = Object.keys(language).sort().join(", ");
  const text = `import engine from "./engine.cjs";\n\nexport const { ${names} } = engine.language;\n`;
  writeFileSync(join(dist, "index.js"), text);
}

/** The licenses of the libraries that are in the bundle, each with its name. */
function licensesOf(inputs: readonly string[]): string {
  const pattern = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;
  const names = new Set(inputs.flatMap((path) => pattern.exec(path)?.[1] ?? []));
  return [...names]
    .sort()
    .map((name) => `${name}\n\n${licenseOf(name)}`)
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenseOf(name: string): string {
  const folder = join(root, "node_modules", name);
  const file = existsSync(folder) ? readdirSync(folder).find((one) => /^licen[cs]e/i.test(one)) : undefined;
  if (file === undefined) throw new Error(`${name} has no file with its license, so it cannot be bundled`);
  return readFileSync(join(folder, file), "utf8");
}

/** The declarations with their docstrings, which the editor shows. */
function declare(): void {
  const { status } = spawnSync(
    engine.compiler(),
    ["--project", "tsconfig.package.json", "--outDir", join(dist, "types")],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) throw new Error("the declarations of the language could not be made");
}
