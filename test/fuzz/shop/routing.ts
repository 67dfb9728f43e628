import { copyRoute, inhibition, route } from "signalbox";
import type { Given } from "./given.ts";
import type { Policies } from "./policies.ts";
import type { Rules } from "./rules.ts";

export function routingOf(given: Given, { critical, low, onCall, hours }: Policies) {
  const urgent = route(
    given("route", {
      match: { severity: [critical, low], labels: { region: ["eu", "us"] } },
      receiver: onCall,
      groupBy: ["alertname"],
      groupWait: "30s",
      groupInterval: "5m",
      repeatInterval: "4h",
      mutedDuring: [hours],
      continue: true,
      allow: {},
    }),
  );
  const all = route(given("second route", { match: { severity: [critical, low] }, receiver: onCall }));
  return route(
    given("root route", {
      receiver: onCall,
      groupBy: ["alertname", "service"],
      groupWait: "30s",
      groupInterval: "5m",
      repeatInterval: "4h",
      routes: [urgent, all],
    }),
  );
}

/** Who else hears of the shop's alerts. */
export function copiesOf(given: Given, { critical, onCall }: Policies) {
  return {
    urgent: copyRoute(
      given("copyRoute", { match: { severity: critical }, receiver: onCall, groupBy: ["alertname"] }),
    ),
  };
}

/** Which of its alerts keep others quiet. */
export function inhibitionsOf(given: Given, { alerts }: Rules) {
  return {
    own: inhibition(
      "own",
      given("inhibition", {
        source: { alert: alerts.FewOrders },
        target: { labels: { guard: "" } },
        equal: ["service"],
      }),
    ),
  };
}
