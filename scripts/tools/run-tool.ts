import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:os";
import { cpuTimeOf } from "./cpu-time.ts";
import { startedWithUs } from "./gone-with-us.ts";

export type RunToolOptions = {
  readonly input?: string;
  readonly cwd?: string;
  /** The whole environment of the program; the caller's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
  /** How much of a processor's time it may take. A machine that is busy with other programs changes nothing about it. */
  readonly cpuLimitMs?: number;
  /** When it is ended though it takes no time, because it waits for something that never comes. */
  readonly lastResortMs?: number;
};

export type ToolResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** A program was ended because it had taken as much of a processor's time as it may. */
export class CpuLimitError extends Error {
  readonly limitMs: number;
  constructor(command: string, limitMs: number) {
    super(`${command} took more than ${limitMs / 1000} s of a processor's time`);
    this.limitMs = limitMs;
  }
}

// The slowest calls that are known take 5 s of a processor.
const defaultCpuLimitMs = 120_000;
// A program that still runs may wait for its turn among many others; one that waits for ever does so for half an hour too.
const defaultLastResortMs = 30 * 60_000;
// Often enough to end what runs away, and too seldom to cost anything.
const lookEveryMs = 1000;

// What a shell answers for a program that a signal ended.
const codeOfSignal = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

/**
 * Runs a program to its end; a failing exit code is a result, not an error.
 * Throws when the program cannot be started, or takes longer than it may.
 */
export const runTool = (
  tool: { readonly path: string },
  args: readonly string[],
  options: RunToolOptions = {},
): Promise<ToolResult> =>
  new Promise((resolve, reject) => {
    const { cwd, env = process.env } = options;
    const child = startedWithUs(() => spawn(tool.path, args, { cwd, env }));
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const endWatch = watchTime(child, options, [tool.path, ...args].join(" "), (error) => {
      child.kill("SIGKILL");
      // A grandchild may still hold the pipes; without this the caller would wait for it.
      child.stdout.destroy();
      child.stderr.destroy();
      reject(error);
    });
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error) => {
      endWatch();
      reject(new Error(`${tool.path} cannot be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      endWatch();
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

/** Says once when a program takes longer than it may. */
const watchTime = (
  { pid }: ChildProcess,
  { cpuLimitMs = defaultCpuLimitMs, lastResortMs = defaultLastResortMs }: RunToolOptions,
  command: string,
  isOver: (error: Error) => void,
): (() => void) => {
  const looking = setInterval(() => {
    if (pid !== undefined && (cpuTimeOf(pid) ?? 0) > cpuLimitMs) end(new CpuLimitError(command, cpuLimitMs));
  }, lookEveryMs);
  const waiting = setTimeout(() => {
    end(new Error(`${command} did not finish within ${lastResortMs / 1000} s`));
  }, lastResortMs);
  const stop = (): void => {
    clearInterval(looking);
    clearTimeout(waiting);
  };
  const end = (error: Error): void => {
    stop();
    isOver(error);
  };
  return stop;
};
