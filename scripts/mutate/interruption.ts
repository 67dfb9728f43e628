import type { StatusLine } from "../tools/status-line.ts";

/** Ctrl-C, or a machine that wants its process back. */
const signals = ["SIGINT", "SIGTERM"] as const;

/** Tells that somebody wants to stop. Once: what is known by then is reported, and who asks again does not wait for it. */
export function interruption(line: Pick<StatusLine, "say">): AbortSignal {
  const controller = new AbortController();
  for (const name of signals) {
    process.once(name, () => {
      line.say("stopping: the mutants that are being tried come to their end");
      controller.abort();
    });
  }
  return controller.signal;
}
