import {
  MessageChannel,
  receiveMessageOnPort,
  SHARE_ENV,
  Worker,
  type MessagePort,
} from "node:worker_threads";
import { once } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { lookAtMain, type Amounts, type Calls, type Look } from "./look-at-main.ts";

/** A thread that looks at the main one, and the port that gets what it sees. */
interface Looking {
  readonly port: MessagePort;
  readonly ready: Int32Array;
  readonly stop: () => void;
}

function looking(when: Look["when"], then: Look["then"]): Looking {
  const { port1, port2 } = new MessageChannel();
  const ready = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const look: Look = { when, then, port: port2, ready };
  // What a loader calls in the text of a function, to keep the names of those in it.
  const text = `var __name = (named) => named; (${lookAtMain.toString()})()`;
  const thread = new Worker(text, {
    eval: true,
    workerData: look,
    transferList: [port2],
    env: SHARE_ENV,
    execArgv: [],
  });
  // Where it cannot look, nothing is seen, and that is all.
  thread.on("error", () => undefined);
  thread.unref();
  port1.unref();
  return {
    port: port1,
    ready,
    stop() {
      port1.close();
      void thread.terminate();
    },
  };
}

function nextFrom(port: MessagePort): Calls | undefined {
  return receiveMessageOnPort(port)?.message;
}

// Long enough to be in the loop, once it is known that there is one.
const lookAfterMs = 500;

/** Where the main thread is while it does something that does not end. */
export function callsMeanwhile(work: (options: { readonly breakOnSigint: true }) => void): Calls {
  return watched({ cpuMs: lookAfterMs, bytes: Infinity }, work).calls ?? [];
}

/** Does something that is interrupted as soon as it has taken so much; then it is told where it was. */
export function watched<T>(
  most: Amounts,
  work: (options: { readonly breakOnSigint: true }) => T,
): { readonly result: T; readonly calls: Calls | undefined } {
  const { port, stop } = looking(most, "interrupt");
  try {
    const result = work({ breakOnSigint: true });
    return { result, calls: nextFrom(port) };
  } finally {
    stop();
  }
}

// A thread is there within a tenth of it.
const waitAtMostMs = 5_000;

/** Where something is thrown in what is done, in turn. */
export function callsThatThrow(work: () => void): readonly Calls[] {
  const { port, ready, stop } = looking("something is thrown", "go on");
  try {
    const deadline = performance.now() + waitAtMostMs;
    // The main thread has to run for the other one to begin: it must not sleep.
    while (Atomics.load(ready, 0) === 0 && performance.now() < deadline);
    work();
  } catch {
    // It was thrown before: that is why it is done once more.
  }
  const seen: Calls[] = [];
  for (let calls = nextFrom(port); calls; calls = nextFrom(port)) seen.push(calls);
  stop();
  return seen;
}

/** Where nothing can be interrupted: what still runs is broken off when the process has taken so much. */
export function breakOffAfter(most: Amounts): {
  /** Comes when it was broken off, and says where. */
  readonly brokenOff: Promise<Calls>;
  /** The same for whoever has nothing else to wait for. */
  readonly brokenOffBefore: () => Promise<Calls | undefined>;
  readonly stop: () => void;
} {
  const { port, stop } = looking(most, "break off");
  const brokenOff = once(port, "message").then(async ([calls]: readonly Calls[]) => {
    await once(port, "message");
    return calls ?? [];
  });
  port.unref();
  return {
    brokenOff,
    async brokenOffBefore() {
      const calls = nextFrom(port);
      port.ref();
      // Of one who still looks, Node would say at the end that it waits for him.
      if (calls) await once(port, "message");
      return calls;
    },
    stop,
  };
}

/** Where the main thread was when what goes on after this was broken off; undefined where it came to its end by itself. */
export async function callsAfterwards(most: Amounts): Promise<Calls | undefined> {
  const { port, stop } = looking(most, "break off");
  // Before anything else of the loop comes whatever promises have to do.
  await turn();
  const calls = nextFrom(port);
  if (calls) await once(port, "message");
  stop();
  return calls;
}
