import { spawn } from "node:child_process";
import { constants } from "node:os";

export type RunToolOptions = {
  readonly input?: string;
  readonly cwd?: string;
  /** The whole environment of the program; the caller's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
};

export type ToolResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

// The slowest call that is known (promtool, thousands of rule tests) takes 20 s; a busy machine may triple that.
const defaultTimeoutMs = 60_000;

// What a shell answers for a program that a signal ended.
const codeOfSignal = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

/**
 * Runs a program to its end; a failing exit code is a result, not an error.
 * Throws when the program cannot be started or takes longer than `timeoutMs`.
 */
export const runTool = (
  tool: { readonly path: string },
  args: readonly string[],
  options: RunToolOptions = {},
): Promise<ToolResult> =>
  new Promise((resolve, reject) => {
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    const child = spawn(tool.path, args, { cwd: options.cwd, env: options.env ?? process.env });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      // A grandchild may still hold the pipes; without this the caller would wait for it.
      child.stdout.destroy();
      child.stderr.destroy();
      reject(new Error(`${tool.path} ${args.join(" ")} did not finish within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new Error(`${tool.path} cannot be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({
        code: code ?? (signal === null ? 1 : codeOfSignal(signal)),
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
    // A program that ends before it has read its input closes the pipe: its exit code tells the story.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
