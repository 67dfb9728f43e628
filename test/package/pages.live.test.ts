// What the README and the tutorial tell a new user to do is done, with the package, in an empty folder.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, inject, test } from "vitest";
import { root } from "../layout/source-files.ts";
import { sectionOf, stepsOf, type Step } from "./steps-of-page.ts";
import { walk } from "./walk.ts";

// Minutes on a busy machine: packages are installed, and every tool is started.
const patience = { timeout: 900_000 };

const tarballs = inject("tarballs");

const readme = readFileSync(join(root, "README.md"), "utf8");
const tutorial = readFileSync(join(root, "docs/tutorial.md"), "utf8");

test("five minutes, by the README alone", patience, () =>
  inNewFolder(stepsOf(sectionOf(readme, "Five minutes"))),
);

test("the tutorial, from its first block to its last", patience, () => inNewFolder(stepsOf(tutorial)));

/** The folder of a person who has copied the package into it, as the pages say. */
async function inNewFolder(steps: readonly Step[]): Promise<void> {
  const commands = steps.flatMap((step) => (step.kind === "command" ? [step.line] : []));
  expect(commands[0]).toBe(`npm install ${basename(tarballs.now)}`);
  expect(commands.some((line) => line.startsWith("npx signalbox up "))).toBe(true);
  const parent = realpathSync.native(mkdtempSync(join(tmpdir(), "signalbox reader ")));
  try {
    const folder = join(parent, "monitoring");
    mkdirSync(folder);
    cpSync(tarballs.now, join(folder, basename(tarballs.now)));
    await walk(steps, folder);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
