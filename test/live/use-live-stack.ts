import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Server } from "../../scripts/tools/serve.ts";
import { startLiveStack, type LiveStack } from "./live-stack.ts";
import { recipient, recipientsOf } from "./recipients.ts";

/** The stack that the tests of a file share, one after the other: to start it takes longer than most of them. */
export interface SharedStack {
  /** Only for tests: before them there is none. */
  readonly running: () => LiveStack;
  /** Ends a program with the others that was started again in place of one of them. */
  readonly endLater: (server: Server) => void;
}

// Programs may have to be fetched first.
const startTimeoutMs = 300_000;

/** Starts the stack before the tests of a file and ends it after them; nobody may have been notified of an alert that is not theirs. */
export function useLiveStack(): SharedStack {
  let stack: LiveStack | undefined;
  const startedAgain: Server[] = [];
  const running = (): LiveStack => {
    if (!stack) throw new Error("the stack is not there yet");
    return stack;
  };
  beforeAll(async () => {
    stack = await startLiveStack();
  }, startTimeoutMs);
  // What a failed test was playing must not fire in the next one.
  afterEach(() => running().simulator.rest());
  afterAll(async () => {
    for (const server of startedAgain) await server.stop();
    await stack?.stop();
    expect(existsSync(running().folder)).toBe(false);
    const { prometheus, alertmanager, blackbox, notified: notified } = running();
    const exporters = blackbox ? [blackbox] : [];
    for (const { pid } of [prometheus, alertmanager, ...exporters, ...startedAgain]) {
      expect(() => process.kill(pid, 0)).toThrow();
    }
    expect(notified.length).toBeGreaterThan(0);
    expect(notifiedToOthers({ notified })).toEqual([]);
  });
  return { running, endLater: (server) => void startedAgain.push(server) };
}

function notifiedToOthers({ notified }: Pick<LiveStack, "notified">): string[] {
  return notified.flatMap((one) =>
    one.alerts
      .filter((alert) => !recipientsOf(alert).includes(recipient(one)))
      .map((alert) => `${recipient(one)} of ${alert}`),
  );
}
