import { inhibition } from "signalbox";
import * as alerts from "./alerts/index.ts";
import { healthStatus } from "./scrape.ts";

// A game that is down also fails its health check and its scrapes. The instance is not asked for: a probe's is the whole
// address, and of an API that is missing altogether there is none.
export const apiDownInhibits = inhibition("api-down-mutes-its-signs", {
  source: { alert: alerts.SpaceTimeAPIDown },
  target: {
    alert: [
      alerts.HealthCheckFailing,
      alerts.SpaceTimePrometheusScrapeFailures,
      alerts.SpaceTimeUnreadPerformance,
      alerts.SpaceTimeUnreadHealth,
    ],
  },
  equal: ["service"],
});

// What does not answer the probe does not answer the scrape of its status either.
export const healthCheckInhibits = inhibition("health-check-down-mutes-its-scrape", {
  source: { alert: alerts.HealthCheckFailing },
  target: {
    alert: [alerts.SpaceTimePrometheusScrapeFailures, alerts.SpaceTimeUnreadHealth],
    labels: { job: healthStatus.job },
  },
  equal: ["service"],
});
