import { firingAlerts } from "./ask.ts";
import type { LiveStack } from "./live-stack.ts";
import { mutingAlerts, recipient } from "./recipients.ts";
import { ringingAlways } from "./always-firing.ts";
import { until } from "./until.ts";

/** Waits until nothing fires but what always does, and whoever was told of an alert was told that it is over. */
export async function calm(stack: LiveStack): Promise<void> {
  let left: string[] = [];
  await until(
    "nothing fires any more",
    async () => {
      const firing = await firingAlerts(stack.prometheus.url);
      left = [...firing, ...untold(stack)].filter((name) => !ringingAlways.includes(name));
      return left.length === 0 ? true : undefined;
    },
    () => `There are ${left.join(", ")}`,
  );
}

/**
 * Alerts of which somebody was last told that they fire. Without those that another may silence: when that one is over a moment
 * later, Alertmanager has nothing to say of them any more, as the routing table warns.
 */
function untold({ told }: LiveStack): string[] {
  const last = new Map(
    told.flatMap((one) =>
      one.alerts.map((alert) => [`${alert} to ${recipient(one)}`, { alert, status: one.status }] as const),
    ),
  );
  return [...last.values()]
    .filter(({ alert, status }) => status === "firing" && mutingAlerts(alert).length === 0)
    .map(({ alert }) => alert);
}
