import { route } from "signalbox";
import { Watchdog } from "./monitoring/alerts.ts";
import * as receivers from "./receivers.ts";
import { critical, high, info, low, medium, warning } from "./severities.ts";
import { businessHours } from "./time-intervals.ts";

const watchdog = route({
  match: { alert: Watchdog },
  receiver: receivers.deadMansSwitch,
  // The watch outside should call after 5 minutes without a word; one a minute survives the loss of three.
  groupWait: "0s",
  // Looked at every 30 seconds and repeated at the second look: where one is a multiple of the other, the repetition is missed
  // by a moment and waits for the next look.
  groupInterval: "30s",
  repeatInterval: "45s",
});

const bySeverity = [
  // Of 5 minutes to respond, half a minute of waiting for company would be a tenth.
  route({
    match: { severity: critical },
    receiver: receivers.onCall,
    groupWait: "10s",
    repeatInterval: "1h",
  }),
  route({ match: { severity: high }, receiver: receivers.urgent, repeatInterval: "4h" }),
  route({
    match: { severity: [medium, warning] },
    receiver: receivers.team,
    activeDuring: [businessHours],
    // Once a working day of eight hours.
    repeatInterval: "8h",
  }),
  route({
    match: { severity: [low, info] },
    receiver: receivers.backlog,
    activeDuring: [businessHours],
    // Once a day: it may wait for the next one anyway.
    repeatInterval: "24h",
  }),
];

export const routing = route({
  // Nothing should get here: every severity has its route below.
  receiver: receivers.unrouted,
  // One notification per alert and service, however many instances fire.
  groupBy: ["alertname", "service"],
  groupWait: "30s",
  // At most one notification per kind of alert in 5 minutes.
  groupInterval: "5m",
  repeatInterval: "4h",
  routes: [watchdog, ...bySeverity],
});
