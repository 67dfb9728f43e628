import type { BurnAlerting } from "signalbox";
import { critical, medium } from "./severities.ts";

/** Who is notified of how fast a budget burns, where a service says nothing else. */
export const sloAlerting: BurnAlerting = {
  // At these burn rates a month's budget is gone within five days, or in hours when everything fails: worth waking somebody.
  page: { severity: critical },
  // In ten days or a month: business hours are early enough.
  ticket: { severity: medium },
};
