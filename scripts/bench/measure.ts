import { spawn, type ChildProcess } from "node:child_process";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { lookEveryMs, peakBelow } from "./process-tree.ts";

/** A command as a shell would start it. */
export interface Start {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** Beside the variables of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface Measured {
  /** User and system time of the process and of all that it started and waited for. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** The memory of the largest of these processes; undefined where the system does not say. */
  readonly peakMiB: number | undefined;
  /** What it printed, without complaints. */
  readonly printed: string;
}

/**
 * The shell asks the system what its child took, and the children of that: Node can ask for itself only. Its answer goes to a
 * stream of its own, so that it is told apart from what the command prints.
 */
const timed = `TIMEFORMAT="%U %S"; { time "$@" 2>&4 3>&- 4>&-; } 4>&2 2>&3`;

/**
 * Runs a command to its end.
 *
 * What is not counted: a process that outlives the command, or that nobody waited for.
 * @throws when it fails: what a command took that failed says nothing
 */
export async function measure({ program, args, folder, env }: Start): Promise<Measured> {
  const start = performance.now();
  const child = spawn("bash", ["-c", timed, "bash", program, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const peak = watchPeak(child);
  try {
    const [exitCode, printed = "", complaints = "", answer = ""] = await Promise.all([
      exitCodeOf(child),
      ...[1, 2, 3].map((stream) => textOf(child, stream)),
    ]);
    const wallSeconds = (performance.now() - start) / 1000;
    if (exitCode !== 0) throw failed([program, ...args], folder, `${printed}${complaints}`);
    return { cpuSeconds: sumOf(answer), wallSeconds, peakMiB: peak.highest(), printed };
  } finally {
    peak.close();
  }
}

function watchPeak({ pid }: ChildProcess): { highest: () => number | undefined; close: () => void } {
  let highest: number | undefined;
  const timer = setInterval(() => {
    const now = pid === undefined ? undefined : peakBelow(pid);
    if (now !== undefined) highest = Math.max(highest ?? 0, now);
  }, lookEveryMs);
  return { highest: () => highest, close: () => clearInterval(timer) };
}

function exitCodeOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}

function textOf(child: ChildProcess, stream: number): Promise<string> {
  const readable = child.stdio[stream];
  return readable instanceof Readable ? text(readable) : Promise.resolve("");
}

function sumOf(times: string): number {
  const [user, system] = times.trim().split(" ").map(Number);
  if (user === undefined || system === undefined || Number.isNaN(user + system)) {
    throw new Error(`the shell did not say what a command took, but: ${times}`);
  }
  return user + system;
}

function failed(command: readonly string[], folder: string, printed: string): Error {
  return new Error(`${command.join(" ")} failed in ${folder}:\n${printed.slice(-2_000)}`);
}
