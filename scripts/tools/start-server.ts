import { spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

/** A program that serves HTTP until it is stopped. */
export type Server = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  /** Ends the program and what it started; safe to call twice. */
  readonly stop: () => Promise<void>;
  /** All that it has written so far. */
  readonly logs: () => string;
};

export type StartServerOptions = {
  readonly name: string;
  readonly path: string;
  readonly args: readonly string[];
  /** Answers 200 when the program is ready, such as "/-/ready". */
  readonly readyPath: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
};

// A start takes under half a second; a busy machine of two cores may need many times that.
const startTimeoutMs = 30_000;
// SIGTERM ends Prometheus and Alertmanager within 0.7 s.
const stopTimeoutMs = 10_000;
const pollMs = 20;
const shownLogLines = 20;

type Running = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly pid: number;
  readonly watchdog: ChildProcess;
  readonly logs: () => string;
  readonly ended: () => boolean;
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
};

/**
 * Ends the group when this process dies, however it dies: only the other end of a pipe notices a SIGKILL. It is in a
 * group of its own, so that an interrupt from the keyboard does not end the watchdog first.
 * (No "--" before the number: the kill of some shells does not know it.)
 */
const startWatchdog = (pid: number): ChildProcess =>
  spawn("sh", ["-c", 'read -r _; kill -KILL "-$0"', String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });

const start = ({ name, path, args, cwd, env }: StartServerOptions): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      cwd,
      env: env ?? process.env,
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", (error) => reject(new Error(`${name} cannot be started: ${error.message}`)));
    child.once("spawn", () => {
      const { pid } = child;
      if (pid === undefined) return reject(new Error(`${name} cannot be started`));
      const watchdog = startWatchdog(pid);
      child.once("exit", () => watchdog.kill("SIGKILL"));
      const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
      resolve({ child, pid, watchdog, ended, logs: () => Buffer.concat(output).toString("utf8") });
    });
  });

const stop = async ({ pid, ended, watchdog }: Running): Promise<void> => {
  if (!ended()) signalGroup(pid, "SIGTERM");
  const deadline = Date.now() + stopTimeoutMs;
  while (!ended() && Date.now() < deadline) await wait(pollMs);
  // Its children too, and itself when it did not listen.
  signalGroup(pid, "SIGKILL");
  while (!ended()) await wait(pollMs);
  watchdog.kill("SIGKILL");
};

// Prometheus first logs "Start listening" with port 0; only the later line has the real port.
const addressInLogs = (logs: string): string | undefined =>
  /Listening on.*?address="?(127\.0\.0\.1:\d+)/.exec(logs)?.[1];

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(startTimeoutMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};

const waitUntilReady = async (running: Running, { name, readyPath }: StartServerOptions): Promise<string> => {
  const deadline = Date.now() + startTimeoutMs;
  const tail = (): string => running.logs().trimEnd().split("\n").slice(-shownLogLines).join("\n");
  while (Date.now() < deadline) {
    if (running.ended()) throw new Error(`${name} exited before it was ready:\n${tail()}`);
    const address = addressInLogs(running.logs());
    if (address !== undefined && (await answers(`http://${address}${readyPath}`))) return `http://${address}`;
    await wait(pollMs);
  }
  throw new Error(`${name} was not ready after ${startTimeoutMs / 1000} s:\n${tail()}`);
};

/** Starts a program that listens on a free port of 127.0.0.1 and waits until it is ready. */
export const startServer = async (options: StartServerOptions): Promise<Server> => {
  const running = await start(options);
  try {
    const url = await waitUntilReady(running, options);
    let stopping: Promise<void> | undefined;
    return { url, pid: running.pid, stop: () => (stopping ??= stop(running)), logs: running.logs };
  } catch (error) {
    await stop(running);
    throw error;
  }
};
