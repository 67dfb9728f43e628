import type { LiveStack } from "./live-stack.ts";
import { toldOf } from "./provoke.ts";
import { recipient, recipientsOf } from "./recipients.ts";

/** How often each of those whom the routing table names was told since a moment: `team by slack` to [firing, resolved]. */
export function timesTold(
  stack: Pick<LiveStack, "told">,
  alert: string,
  sinceMs: number,
): ReadonlyMap<string, { readonly firing: number; readonly resolved: number }> {
  const times = (one: string, status: "firing" | "resolved") =>
    toldOf(stack, alert, status, sinceMs).filter((told) => recipient(told) === one).length;
  return new Map(
    recipientsOf(alert).map((one) => [
      one,
      { firing: times(one, "firing"), resolved: times(one, "resolved") },
    ]),
  );
}
