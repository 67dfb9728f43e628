import type { MessagePort } from "node:worker_threads";

/** What a thread is given that looks where the main one is. */
export interface Look {
  /** Gets the calls, and then that nobody looks any more. */
  readonly port: MessagePort;
  /** When it looks: when the process has taken so much more of a processor's time or of memory, or whenever something is thrown. */
  readonly when: Amounts | "something is thrown";
  /** What becomes of the main thread then: its script is interrupted, whatever it does is broken off, or it goes on. */
  readonly then: "interrupt" | "break off" | "go on";
  /** Becomes 1 when it looks. */
  readonly ready: Int32Array;
}

export interface Amounts {
  readonly cpuMs: number;
  readonly bytes: number;
}

/** Where the main thread is: the calls of it, the innermost first; lines and columns are those of what runs. */
export type Calls = readonly Call[];

export interface Call {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Looks where the main thread is, which hears of nothing by itself while a loop of it does not end, and knows of what is no error not where
 * it was thrown. Runs in a thread of its own, from its text: it knows nothing of what is around it.
 */
export function lookAtMain(): void {
  const { workerData } = process.getBuiltinModule("node:worker_threads");
  const { Session } = process.getBuiltinModule("node:inspector");
  const { port, when, then, ready }: Look = workerData;
  const session = new Session();
  session.connectToMainThread();
  const urls = new Map<string, string>();
  session.on("Debugger.scriptParsed", ({ params: { scriptId, url } }) => void urls.set(scriptId, url));
  session.on("Debugger.paused", ({ params: { callFrames } }) => {
    const calls: Calls = callFrames.map(({ location: { scriptId, lineNumber, columnNumber } }) => ({
      url: urls.get(scriptId) ?? "",
      line: lineNumber + 1,
      column: (columnNumber ?? 0) + 1,
    }));
    port.postMessage(calls);
    if (then === "go on") return void session.post("Debugger.resume");
    // The main thread stands still: what is wanted of it happens as soon as it goes on.
    if (then === "interrupt") process.kill(process.pid, "SIGINT");
    else session.post("Runtime.terminateExecution");
    setTimeout(() => {
      session.post("Debugger.resume", () => {
        session.disconnect();
        port.postMessage("gone");
      });
    }, 100);
  });
  const ask = () =>
    session.post("Debugger.setPauseOnExceptions", { state: "all" }, () => Atomics.store(ready, 0, 1));
  if (when === "something is thrown") session.post("Debugger.enable", ask);
  const begin = { cpu: process.cpuUsage(), bytes: process.memoryUsage.rss() };
  let isOver = false;
  // As long as it looks, this thread does not end.
  setInterval(() => {
    if (isOver || when === "something is thrown") return;
    const { user, system } = process.cpuUsage(begin.cpu);
    isOver = (user + system) / 1000 >= when.cpuMs || process.memoryUsage.rss() - begin.bytes >= when.bytes;
    if (isOver) session.post("Debugger.enable", () => session.post("Debugger.pause"));
    // A list is doubled in a tenth of a second, and what doubles once too often cannot be broken off any more.
  }, 10);
}
