import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { engine } from "./engine.ts";

// What "npm pack" puts into the package: the engine as a bundle, and the declarations of the language. It is made when it is
// packed and deleted afterwards: nothing in this repository can load a bundle that is older than its sources.

const root = engine.packageFolder;
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
if (!process.argv.includes("--clean")) {
  await bundle();
  declare();
}

/** The command and the language share their modules: what an author's definition is, the command must know as such. */
async function bundle(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { signalbox: "scripts/signalbox.ts", index: "generators/language/index.ts" },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    // Installed beside it, in the versions that package.json pins.
    packages: "external",
    // The author's line is found by the names in the stack, and a person may have to read one.
    minify: false,
    legalComments: "none",
    logLevel: "warning",
  });
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
