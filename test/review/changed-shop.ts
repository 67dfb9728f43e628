import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleProject } from "../example-project.ts";
import { runSignalbox, type Ended } from "../project/make-project.ts";

/** One text in a file of the service, or in one that is named from the project's folder, and what stands there instead. */
export type Edit = readonly [path: string, from: string, to: string];

const shop = "definitions/services/ticket-shop";

/** The ticket shop, committed with some edits, and edited again on a branch. */
export function changedShop(edits: readonly Edit[], before: readonly Edit[] = []): string {
  const folder = exampleProject();
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  edit(folder, before);
  git(folder, "init", "--initial-branch=main");
  git(folder, "add", ".");
  git(folder, "commit", "--message=as it was");
  git(folder, "switch", "--create=change");
  edit(folder, edits);
  return folder;
}

export function git(folder: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" });
}

export function edit(folder: string, edits: readonly Edit[]): void {
  for (const [path, from, to] of edits) {
    const file = join(folder, path.startsWith("definitions/") ? path : `${shop}/${path}`);
    const text = readFileSync(file, "utf8");
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    writeFileSync(file, text.replace(from, to));
  }
}

interface DiffOptions {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs `signalbox diff` in a folder. */
export function diff(folder: string, { args = [], env = {} }: DiffOptions = {}): Promise<Ended> {
  return runSignalbox(["diff", ...args], { folder, env });
}
