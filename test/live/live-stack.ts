import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { resolve } from "../../generators/model/resolve.ts";
import { exportersOf } from "../../generators/jobs/of-jobs.ts";
import { findStackTools, type StackTools } from "../../scripts/up/stack-tools.ts";
import type { Notification } from "../../scripts/up/receiver/notification.ts";
import type { Scale } from "../../scripts/up/scaled.ts";
import { startStack, type RunningStack } from "../../scripts/up/start-stack.ts";
import { waitForTargets } from "../../scripts/up/targets-up.ts";
import { definitions, deployed } from "./project.ts";

export const { model } = resolve(definitions);

/**
 * At this speed a quarter of an hour takes 15 seconds; no `for` of hours takes longer, and no mean over days is full of what was
 * before: an alert on an error budget would be over only after hours.
 */
export const scale: Scale = { speed: 60, longestForMs: 15_000, longestWindowMs: 15_000 };

/** The stack at work, and all that its people were notified. */
export interface LiveStack extends RunningStack {
  readonly tools: StackTools;
  /** In the order in which they arrived; it grows. */
  readonly notified: readonly Notification[];
}

// Prometheus looks for its targets every five seconds.
const targetsTimeoutMs = 60_000;

/** Starts everything that is deployed, on simulated targets that are all well. */
export async function startLiveStack(): Promise<LiveStack> {
  const { tools, missing } = await findStackTools(exportersOf(model.jobs));
  if (!tools) throw new Error(missing.map(({ message }) => message).join("\n"));
  const notified: Notification[] = [];
  const outFolder = writtenOut();
  const stack = await startStack({
    model,
    definitions,
    outFolder,
    tools,
    scale,
    // The test must not depend on the time of day.
    atAnyHour: true,
    onNotification: (notification) => void notified.push(notification),
  }).catch((error: unknown) => {
    rmSync(outFolder, { recursive: true });
    throw error;
  });
  const stop = async (): Promise<void> => {
    await stack.stop();
    rmSync(outFolder, { recursive: true, force: true });
  };
  try {
    const targets = await waitForTargets(stack.prometheus.url, stack.simulator.targets.length, {
      timeoutMs: targetsTimeoutMs,
    });
    const down = targets.filter(({ isUp }) => !isUp);
    if (down.length > 0) throw new Error(`these are not up: ${JSON.stringify(down)}`);
    await stack.startRules();
    return { ...stack, tools, notified: notified, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is deployed, in a folder of its own. */
function writtenOut(): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-live-"));
  for (const [path, text] of Object.entries(deployed)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
