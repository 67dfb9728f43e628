import type { BurnAlerting } from "signalbox";
import { critical, medium } from "./severities.ts";

/** Who is notified of how fast a budget burns, unless a service says otherwise. */
export const sloAlerting: BurnAlerting = {
  // At these paces a month's budget is gone within five days, or in hours when everything fails: somebody is woken.
  page: { severity: critical },
  // In ten days or a month: notified in business hours, while there is still something to save.
  ticket: { severity: medium },
};
