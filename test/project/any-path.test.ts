import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProject, runSignalbox } from "./make-project.ts";

const starter = join(import.meta.dirname, "../../examples/starter/definitions");

const entryText = readFileSync(join(starter, "index.ts"), "utf8");

/** What addresses, shells, patterns and loaders read as something else. */
const names = ["a?b=1&c#d", "50% off %41%zz", 'it\'s "q" `$x` (1) [2] {3} é 监控 🔔'];

// The whole engine is loaded by tsx, from its sources.
const patienceMs = 300_000;

function starterIn(name: string): string {
  const folder = makeProject({}, name);
  cpSync(starter, join(folder, "definitions"), { recursive: true });
  rmSync(join(folder, "definitions/tsconfig.json"), { force: true });
  return folder;
}

test.each(names)(
  "a project in a folder that is called %j is built, and a problem is at its line",
  { timeout: patienceMs },
  async (name) => {
    const folder = starterIn(name);
    expect(await runSignalbox(["build"], { folder })).toMatchObject({ exitCode: 0, stderr: "" });
    // The same again, loaded by tsx: what awaits at its top can be loaded by nothing else.
    const entry = join(folder, "definitions/index.ts");
    writeFileSync(entry, `${entryText}\nawait 1;\n`);
    expect(await runSignalbox(["build", "--check"], { folder })).toMatchObject({ exitCode: 0, stderr: "" });
    writeFileSync(entry, `${entryText}\n\nthrow new Error("here");\n`);
    const line = entryText.split("\n").length + 2;
    for (const args of [["build"], ["build", "--plain"]]) {
      const { exitCode, stderr } = await runSignalbox(args, { folder });
      expect(stderr.startsWith(`definitions/index.ts:${line}: here (definitions-load)\n`), stderr).toBe(true);
      expect(exitCode).toBe(1);
    }
  },
);
