import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { whenWeDie } from "./when-we-die.ts";

/** A program that serves HTTP until it is stopped. */
export type Server = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  /** Ends the program and what it started; safe to call twice. */
  readonly stop: () => Promise<void>;
  /** When it ends and nobody has stopped it: how, with the end of its log. */
  readonly died: Promise<string>;
  /** What it has written so far; where that is much, the end of it. */
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
// A program that complains each second writes as much in three hours; it may run for days.
const keptLogBytes = 1024 * 1024;
// What it wrote last is still on its way when it has ended.
const lastWordsMs = 100;

type Running = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly pid: number;
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

const start = ({ name, path, args, cwd, env }: StartServerOptions): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      cwd,
      env: env ?? process.env,
    });
    const { add, logs } = endOfLog();
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.once("error", (error) => reject(new Error(`${name} cannot be started: ${error.message}`)));
    child.once("spawn", () => {
      const { pid } = child;
      if (pid === undefined) return reject(new Error(`${name} cannot be started`));
      // No "--" before the number: the kill of some shells does not know it.
      const callOff = whenWeDie('kill -KILL "-$0"', String(pid));
      // What it has started ends with it, and at once: later the number may be another group's.
      child.once("exit", () => {
        signalGroup(pid, "SIGKILL");
        callOff();
      });
      const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
      resolve({ child, pid, ended, logs });
    });
  });

const endOfLog = (): { readonly add: (chunk: Buffer) => void; readonly logs: () => string } => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    add: (chunk) => {
      chunks.push(chunk);
      bytes += chunk.length;
      while (bytes > keptLogBytes && chunks.length > 1) bytes -= chunks.shift()?.length ?? 0;
    },
    logs: () => Buffer.concat(chunks).toString("utf8"),
  };
};

const tailOf = ({ logs }: Running): string => logs().trimEnd().split("\n").slice(-shownLogLines).join("\n");

const stop = async ({ pid, ended }: Running): Promise<void> => {
  if (ended()) return;
  signalGroup(pid, "SIGTERM");
  const deadline = Date.now() + stopTimeoutMs;
  while (!ended() && Date.now() < deadline) await wait(pollMs);
  // It did not listen.
  if (!ended()) signalGroup(pid, "SIGKILL");
  while (!ended()) await wait(pollMs);
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
  while (Date.now() < deadline) {
    if (running.ended()) throw new Error(`${name} exited before it was ready:\n${tailOf(running)}`);
    const address = addressInLogs(running.logs());
    if (address !== undefined && (await answers(`http://${address}${readyPath}`))) return `http://${address}`;
    await wait(pollMs);
  }
  throw new Error(`${name} was not ready after ${startTimeoutMs / 1000} s:\n${tailOf(running)}`);
};

/** Starts a program that listens on a free port of 127.0.0.1 and waits until it is ready. */
export const startServer = async (options: StartServerOptions): Promise<Server> => {
  const running = await start(options);
  try {
    const url = await waitUntilReady(running, options);
    let stopping: Promise<void> | undefined;
    const died = deathOf(running, options, () => stopping !== undefined);
    return { url, pid: running.pid, died, stop: () => (stopping ??= stop(running)), logs: running.logs };
  } catch (error) {
    await stop(running);
    throw error;
  }
};

const deathOf = (running: Running, { name }: StartServerOptions, isStopped: () => boolean): Promise<string> =>
  new Promise((resolve) => {
    const { child, ended } = running;
    const tell = async (): Promise<void> => {
      if (isStopped()) return;
      await wait(lastWordsMs);
      const how = child.signalCode === null ? `with exit code ${child.exitCode}` : `by ${child.signalCode}`;
      resolve(`${name} has ended, ${how}; the end of its log:\n${tailOf(running)}`);
    };
    if (ended()) void tell();
    else child.once("exit", () => void tell());
  });
