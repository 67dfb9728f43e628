import { onTestFinished } from "vitest";
import { exampleProject } from "../example-project.ts";
import { startSignalbox } from "../project/make-project.ts";

/** A command that goes on until it is ended. */
export interface RunningCommand {
  /** All that it has printed so far, and what went wrong. */
  readonly printed: () => string;
  readonly type: (line: string) => void;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly exitCode: Promise<number | null>;
}

/** Starts a command in a project; left out: the ticket shop, not built. */
export function startCommand(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  folder = exampleProject(),
): RunningCommand {
  const child = startSignalbox([name, ...args], { folder, env: { NO_COLOR: "1", ...env } });
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
