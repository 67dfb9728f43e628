import {
  MessageChannel,
  receiveMessageOnPort,
  SHARE_ENV,
  Worker,
  type MessagePort,
} from "node:worker_threads";

/** What a thread is given that looks where the main one is. */
interface Look {
  /** How much of a processor's time the process may take from now on before it is looked. */
  readonly afterCpuMs: number;
  /** Gets the calls. */
  readonly port: MessagePort;
  /** What becomes of the main thread then: its script is interrupted, or whatever it does is broken off, so that its loop goes on. */
  readonly then: "interrupt" | "break off";
}

/** Where the main thread is: the calls of it, the innermost first; lines and columns are those of what runs. */
export type Calls = readonly { readonly url: string; readonly line: number; readonly column: number }[];

/**
 * Waits until the process has taken that much of a processor's time, and then looks where its main thread is, which hears of nothing by
 * itself while a loop of it does not end. Runs in a thread of its own, from its text: it knows nothing of what is around it.
 */
function lookAtMain(): void {
  const { workerData } = process.getBuiltinModule("node:worker_threads");
  const { Session } = process.getBuiltinModule("node:inspector");
  const { afterCpuMs, port, then }: Look = workerData;
  const session = new Session();
  session.connectToMainThread();
  const begin = process.cpuUsage();
  const urls = new Map<string, string>();
  session.on("Debugger.scriptParsed", ({ params: { scriptId, url } }) => void urls.set(scriptId, url));
  session.once("Debugger.paused", ({ params: { callFrames } }) => {
    const calls: Calls = callFrames.map(({ location: { scriptId, lineNumber, columnNumber } }) => ({
      url: urls.get(scriptId) ?? "",
      line: lineNumber + 1,
      column: (columnNumber ?? 0) + 1,
    }));
    port.postMessage(calls);
    // The main thread stands still: what is wanted of it happens as soon as it goes on.
    if (then === "interrupt") process.kill(process.pid, "SIGINT");
    else session.post("Runtime.terminateExecution");
    setTimeout(() => session.post("Debugger.resume", () => session.disconnect()), 100);
  });
  let isOver = false;
  // As long as it looks, this thread does not end.
  setInterval(() => {
    const { user, system } = process.cpuUsage(begin);
    if (isOver || (user + system) / 1000 < afterCpuMs) return;
    isOver = true;
    session.post("Debugger.enable", () => session.post("Debugger.pause"));
  }, 100);
}

function lookingThread(look: Look): Worker {
  // What a loader calls in the text of a function, to keep the names of those in it.
  const text = `var __name = (named) => named; (${lookAtMain.toString()})()`;
  const thread = new Worker(text, {
    eval: true,
    workerData: look,
    transferList: [look.port],
    env: SHARE_ENV,
    execArgv: [],
  });
  // Where it cannot look, nothing is seen, and that is all.
  thread.on("error", () => undefined);
  thread.unref();
  return thread;
}

// Long enough to be in the loop, once it is known that there is one.
const lookAfterMs = 500;

/** Where the main thread is while it does something that does not end: as soon as that is seen, it is interrupted. */
export function callsMeanwhile(work: (options: { readonly breakOnSigint: true }) => void): Calls {
  const { port1, port2 } = new MessageChannel();
  const thread = lookingThread({ afterCpuMs: lookAfterMs, port: port2, then: "interrupt" });
  try {
    work({ breakOnSigint: true });
    const calls: Calls | undefined = receiveMessageOnPort(port1)?.message;
    return calls ?? [];
  } finally {
    void thread.terminate();
    port1.close();
  }
}

/** Where nothing can be interrupted: breaks off what still runs when the process has taken so much of a processor's time, and tells where it was. */
export function breakOffAfter(
  afterCpuMs: number,
  tell: (calls: Calls) => void,
): { readonly stop: () => void } {
  const { port1, port2 } = new MessageChannel();
  port1.once("message", tell);
  port1.unref();
  const thread = lookingThread({ afterCpuMs, port: port2, then: "break off" });
  return {
    stop() {
      port1.close();
      void thread.terminate();
    },
  };
}
