import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Edit, Step } from "./steps-of-page.ts";

export interface Ended {
  readonly exitCode: number | null;
  readonly printed: string;
}

/** Runs a line that somebody types. */
export type Typed = (line: string, folder: string) => Promise<Ended>;

/**
 * Does what a page says, in a folder, as a person would. Throws an Error at the first step that does not do what the page promises.
 *
 * @param run left out: a shell, in which `up` is ended with Ctrl-C once it has notified of the alert that it fires.
 */
export async function walk(steps: readonly Step[], folder: string, run: Typed = inShell): Promise<void> {
  let last: Ended = { exitCode: 0, printed: "" };
  for (const step of steps) last = (await take(step, { folder, run }, last)) ?? last;
}

interface Walking {
  readonly folder: string;
  readonly run: Typed;
}

async function take(step: Step, { folder, run }: Walking, last: Ended): Promise<Ended | undefined> {
  switch (step.kind) {
    case "file":
      return write(join(folder, step.path), step.text);
    case "edit":
      return write(
        join(folder, step.edit.path),
        edited(readFileSync(join(folder, step.edit.path), "utf8"), step.edit),
      );
    case "command": {
      const ended = await run(step.line, folder);
      if (ended.exitCode !== 0)
        throw new Error(`${step.line} ended with ${ended.exitCode}:\n${ended.printed}`);
      return ended;
    }
    case "printed":
      return expectParts(step.parts, last.printed);
    case "refused":
      return refused(step.text, step.edit, { folder, run });
    case "shipped": {
      const path = join(folder, "node_modules/signalbox", step.path);
      return expectParts([step.text], readFileSync(path, "utf8"));
    }
  }
}

function write(path: string, text: string): undefined {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edited(text: string, { path, from, to }: Edit): string {
  if (text.split(from).length !== 2) throw new Error(`${path} must have exactly once: ${from}`);
  return text.replace(from, () => to);
}

function expectParts(parts: readonly string[], printed: string): undefined {
  for (const part of parts) {
    if (!printed.includes(part)) throw new Error(`this is not printed:\n${part}\nbut this is:\n${printed}`);
  }
}

async function refused(text: string, edit: Edit | undefined, { folder, run }: Walking): Promise<undefined> {
  const path = edit && join(folder, edit.path);
  const before = path === undefined ? "" : readFileSync(path, "utf8");
  if (path !== undefined && edit) write(path, edited(before, edit));
  const { exitCode, printed } = await run("npx signalbox build", folder);
  if (path !== undefined) write(path, before);
  if (exitCode !== 1) throw new Error(`the build is not refused:\n${printed}`);
  expectParts([text], printed);
}

/** A person's machine: nothing of the tests' own process is inherited that a command would notice. */
function environment(): NodeJS.ProcessEnv {
  const left = new Set(["NODE_OPTIONS", "FORCE_COLOR", "NO_COLOR", "VITEST", "NODE_ENV"]);
  const own = Object.entries(process.env).filter(([name]) => !left.has(name) && !/^npm_/i.test(name));
  const git = { GIT_AUTHOR_NAME: "A reader", GIT_AUTHOR_EMAIL: "reader@example.com" };
  return {
    ...Object.fromEntries(own),
    ...git,
    GIT_COMMITTER_NAME: git.GIT_AUTHOR_NAME,
    GIT_COMMITTER_EMAIL: git.GIT_AUTHOR_EMAIL,
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_prefer_offline: "true",
  };
}

async function inShell(line: string, folder: string): Promise<Ended> {
  // A group of its own, as a shell makes one: Ctrl-C reaches npx and what it has started.
  const child = spawn("bash", ["-c", line], {
    cwd: folder,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const alert = /^npx signalbox up .*--fire (\w+)/.exec(line)?.[1];
  const notified = alert === undefined ? undefined : new RegExp(`FIRING +\\S+ +\\S+ +${alert}\\b`);
  let printed = "";
  let isInterrupted = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (!notified?.test(printed) || isInterrupted || child.pid === undefined) return;
      isInterrupted = true;
      process.kill(-child.pid, "SIGINT");
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  // bash and npx say by it that they were interrupted.
  const isEnded = isInterrupted && (exitCode === 0 || exitCode === 130 || exitCode === null);
  return { exitCode: isEnded ? 0 : exitCode, printed };
}
