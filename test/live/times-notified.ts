import type { LiveStack } from "./live-stack.ts";
import { notifiedOf } from "./provoke.ts";
import { recipient, recipientsOf } from "./recipients.ts";

/** How often each of those whom the routing table names was notified since a moment: `team by slack` to [firing, resolved]. */
export function timesNotified(
  stack: Pick<LiveStack, "notified">,
  alert: string,
  sinceMs: number,
): ReadonlyMap<string, { readonly firing: number; readonly resolved: number }> {
  const times = (one: string, status: "firing" | "resolved") =>
    notifiedOf(stack, alert, status, sinceMs).filter((notified) => recipient(notified) === one).length;
  return new Map(
    recipientsOf(alert).map((one) => [
      one,
      { firing: times(one, "firing"), resolved: times(one, "resolved") },
    ]),
  );
}
