import type { BurnAlerting } from "signalbox";
import { critical, medium } from "./severities.ts";

/** Who is told how fast a budget burns, where a service says nothing else. */
export const sloAlerting: BurnAlerting = {
  // At these paces a month's budget is gone in two to five days: somebody is woken.
  page: { severity: critical },
  // In ten days or a month: told in business hours, while there is still something to save.
  ticket: { severity: medium },
};
