import { spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { exampleOut, exampleProject } from "../example-project.ts";

/** A command that goes on until it is ended. */
export interface RunningCommand {
  /** All that it has printed so far, and what went wrong. */
  readonly printed: () => string;
  readonly type: (line: string) => void;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly exitCode: Promise<number | null>;
}

/** Starts `npm run <name>` without npm, in the project of the ticket shop. */
export function startCommand(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): RunningCommand {
  const { NODE_OPTIONS: _options, FORCE_COLOR: _colour, ...inherited } = process.env;
  const project = exampleProject();
  exampleOut(join(project, "out"));
  const child = spawn(
    process.execPath,
    ["--conditions=signalbox-source", "--import", "tsx", `scripts/${name}.ts`, ...args],
    {
      cwd: project,
      env: { ...inherited, NO_COLOR: "1", ...env },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
  return {
    printed: () => printed,
    type: (line) => void child.stdin.write(`${line}\n`),
    signal: (signal) => void child.kill(signal),
    exitCode: new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    }),
  };
}
