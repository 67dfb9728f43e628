import { join } from "node:path";
import { definitions } from "../../definitions/index.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { findStackTools, type StackTools } from "../../scripts/up/stack-tools.ts";
import type { Server } from "../../scripts/tools/serve.ts";
import type { Tool } from "../../scripts/tools/tool.ts";
import type { Notification } from "../../scripts/up/receiver/notification.ts";
import type { Scale } from "../../scripts/up/scaled.ts";
import { startStack, type RunningStack } from "../../scripts/up/start-stack.ts";
import { waitForTargets } from "../../scripts/up/targets-up.ts";

export const { model } = resolve(definitions);

/**
 * At this speed a quarter of an hour takes 15 seconds; no `for` of hours takes longer, and no mean over days is full of what was
 * before: an alert on an error budget would be over only after hours.
 */
export const scale: Scale = { speed: 60, longestForMs: 15_000, longestWindowMs: 15_000 };

/** The stack at work, and all that its people were told. */
export interface LiveStack extends RunningStack {
  readonly tools: StackTools & { readonly blackbox: Tool };
  readonly blackbox: Server;
  /** In the order in which they arrived; it grows. */
  readonly told: readonly Notification[];
}

// Prometheus looks for its targets every five seconds.
const targetsTimeoutMs = 60_000;

/** Starts everything that is deployed, on simulated targets that are all well. */
export async function startLiveStack(): Promise<LiveStack> {
  const { tools, missing } = await findStackTools();
  if (!tools) throw new Error(missing.map(({ message }) => message).join("\n"));
  const told: Notification[] = [];
  const stack = await startStack({
    model,
    definitions,
    outFolder: join(import.meta.dirname, "../../out"),
    tools,
    scale,
    // The test must not depend on the time of day.
    atAnyHour: true,
    onNotification: (notification) => void told.push(notification),
  });
  try {
    const targets = await waitForTargets(stack.prometheus.url, stack.simulator.targets.length, {
      timeoutMs: targetsTimeoutMs,
    });
    const down = targets.filter(({ isUp }) => !isUp);
    if (down.length > 0) throw new Error(`these are not up: ${JSON.stringify(down)}`);
    await stack.startRules();
    const { blackbox } = stack;
    if (!blackbox || !tools.blackbox) throw new Error("there is no blackbox exporter");
    return { ...stack, tools: { ...tools, blackbox: tools.blackbox }, blackbox, told };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
