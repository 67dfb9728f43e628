/**
 * Waits until somebody wants this process to end: Ctrl-C, or a terminal or a machine that goes down.
 *
 * A second signal changes nothing: it would cut off the cleaning up.
 */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, resolve);
  });
}
