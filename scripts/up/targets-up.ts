import { setTimeout as wait } from "node:timers/promises";
import { itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";

/** What Prometheus says of a target. */
export interface TargetHealth {
  readonly job: string;
  readonly instance: string;
  readonly isUp: boolean;
  /** Why it is not up, or that it was not asked yet. */
  readonly reason: string;
}

const pollMs = 200;

/** Waits until Prometheus has scraped that many targets and all are up, or until the time is over; returns how they are. */
export async function waitForTargets(
  prometheus: string,
  count: number,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<TargetHealth[]> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const targets = await targetsOf(prometheus);
    const areUp = targets.length >= count && targets.every(({ isUp }) => isUp);
    if (areUp || Date.now() > deadline) return targets;
    await wait(pollMs);
  }
}

async function targetsOf(prometheus: string): Promise<TargetHealth[]> {
  const response = await fetch(`${prometheus}/api/v1/targets?state=active`);
  const answer: unknown = await response.json();
  return itemsAt(answer, "data", "activeTargets").map((target) => ({
    job: textAt(target, "labels", "job") ?? "",
    instance: textAt(target, "labels", "instance") ?? "",
    isUp: textAt(target, "health") === "up",
    reason: textAt(target, "lastError") || "it was not scraped yet",
  }));
}
