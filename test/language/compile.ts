import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engine } from "../../scripts/engine.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The repository's own settings for a folder outside of it. */
export const settings = {
  extends: join(root, "tsconfig.json"),
  compilerOptions: { typeRoots: [join(root, "node_modules/@types")] },
  include: ["*.ts"],
};

/** The path by which a file in a temporary folder imports `path` of the repository. */
export function fromRoot(path: string): string {
  return JSON.stringify(join(root, path));
}

/**
 * What the real compiler says of each file, under the repository's own settings; "" when it has nothing to say.
 *
 * @param sources the text of each file by its name, without an ending
 */
export function compileMessages(sources: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return messagesByFile(Object.keys(sources), compilerOutput(sources));
}

/** All that the compiler says of these files and of those that they import. */
export function compilerOutput(sources: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-compile-"));
  try {
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
    // Without a package.json of its own a file outside of the repository would be taken for CommonJS.
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, `${name}.ts`), text);
    return runCompiler(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runCompiler(folder: string): string {
  const run = spawnSync(engine.compiler(), ["--project", folder, "--singleThreaded", "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (run.error) throw run.error;
  return run.stdout;
}

/** A message starts with `name.ts(line,column):`, and its further lines are indented. */
function messagesByFile(names: readonly string[], output: string): ReadonlyMap<string, string> {
  const messages = new Map(names.map((name) => [name, ""]));
  let current = "";
  for (const line of output.split("\n")) {
    current = /^([\w-]+)\.ts\(/.exec(line)?.[1] ?? (line.startsWith(" ") ? current : "");
    if (messages.has(current)) messages.set(current, `${messages.get(current)}${line}\n`);
    else if (line.trim() !== "") throw new Error(`the compiler said of something else: ${line}`);
  }
  return messages;
}
