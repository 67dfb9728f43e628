/** What a terminal, a person or a machine that goes down sends. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

// Nobody is told when the one who started it is killed: it is seen by who its parent is.
const lookEveryMs = 1000;

/**
 * Waits until this process is to end: it is told so by a signal, whoever started it is gone, or nobody reads any more what it says.
 *
 * A second signal changes nothing: it would cut off the cleaning up.
 */
export function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => resolve());
    const parent = process.ppid;
    const looking = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(looking);
      resolve();
    }, lookEveryMs).unref();
  });
}
