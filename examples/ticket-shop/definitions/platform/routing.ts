import { route } from "signalbox";
import { Watchdog } from "./monitoring/alerts.ts";
import * as receivers from "./receivers.ts";
import { critical, high, info, low, medium } from "./severities.ts";
import { businessHours } from "./time-intervals.ts";

const watchdog = route({
  match: { alert: Watchdog },
  receiver: receivers.deadMansSwitch,
  // The service outside should call after 5 minutes without a check-in; one a minute survives the loss of three.
  groupWait: "0s",
  // Repeated at the second look: were one a multiple of the other, the repetition would wait for the third.
  groupInterval: "30s",
  repeatInterval: "45s",
});

const bySeverity = [
  // Of 5 minutes to respond, half a minute of waiting for company would be a tenth.
  route({
    match: { severity: [critical, high] },
    receiver: receivers.onCall,
    groupWait: "10s",
    repeatInterval: "1h",
  }),
  route({
    match: { severity: medium },
    receiver: receivers.team,
    activeDuring: [businessHours],
    // Once in a working day of eight hours.
    repeatInterval: "8h",
  }),
  route({
    match: { severity: [low, info] },
    receiver: receivers.backlog,
    activeDuring: [businessHours],
    repeatInterval: "24h",
  }),
];

export const routing = route({
  // Nothing should get here: every severity has its route below.
  receiver: receivers.unrouted,
  // One notification per alert and service, however many instances are firing.
  groupBy: ["alertname", "service"],
  groupWait: "30s",
  groupInterval: "5m",
  repeatInterval: "4h",
  routes: [watchdog, ...bySeverity],
});
