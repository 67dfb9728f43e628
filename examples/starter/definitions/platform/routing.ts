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

const urgent = route({
  match: { severity: [critical, high] },
  receiver: receivers.onCall,
  // Of 5 minutes to respond, half a minute of waiting for company would be a tenth.
  groupWait: "10s",
  repeatInterval: "1h",
});

const mayWait = route({
  match: { severity: [medium, low, info] },
  receiver: receivers.team,
  activeDuring: [businessHours],
  // Once in a working day of eight hours.
  repeatInterval: "8h",
});

export const routing = route({
  // Nothing should get here: every severity has its route below.
  receiver: receivers.team,
  // One notification per alert and service, however many instances are firing.
  groupBy: ["alertname", "service"],
  groupWait: "30s",
  groupInterval: "5m",
  repeatInterval: "4h",
  routes: [watchdog, urgent, mayWait],
});
