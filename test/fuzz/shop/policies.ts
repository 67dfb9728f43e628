import { receiver, secretFile, severity, timeInterval } from "signalbox";
import type { Given } from "./given.ts";
import { notifiersOf } from "./notifiers.ts";

export type Policies = ReturnType<typeof policiesOf>;

/** Who is told, how urgently and when. */
export function policiesOf(given: Given) {
  const file = (name: string) =>
    secretFile(given("secretFile name", name), given("secretFile purpose", "What it is for."));
  const severities = severitiesOf(given);
  const notifiers = notifiersOf(given, file);
  const onCall = receiver(
    given("receiver name", "on-call"),
    given("receiver", { description: "Whoever is on call.", notifiers, sendResolved: true }),
  );
  const hours = timeInterval(
    given("timeInterval name", "hours"),
    given("timeInterval", {
      weekdays: ["monday:friday"],
      times: [{ from: "09:00", to: "17:00" }],
      location: "Europe/Berlin",
    }),
  );
  return { file, ...severities, onCall, hours };
}

function severitiesOf(given: Given) {
  const critical = severity(
    given("severity name", "critical"),
    given("severity", { rank: 1, response: "at once", color: "red" }),
  );
  const low = severity("low", {
    rank: 2,
    response: "on the next business day",
    color: "blue",
    allow: { "policy-is-used": "no alert of this shop is low" },
  });
  return { critical, low };
}
