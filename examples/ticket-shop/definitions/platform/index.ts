import { platform } from "signalbox";
import * as inhibitions from "./inhibitions.ts";
import * as receivers from "./receivers.ts";
import { routing } from "./routing.ts";
import { smtpPassword } from "./secrets.ts";
import * as severities from "./severities.ts";
import { monitoringStack } from "./stack.ts";
import * as timeIntervals from "./time-intervals.ts";

export const ourPlatform = platform({
  severities,
  receivers,
  timeIntervals,
  routing,
  inhibitions,
  mail: {
    smarthost: "smtp.example.com:587",
    from: "alertmanager@example.com",
    user: "alertmanager@example.com",
    password: smtpPassword,
  },
  prometheus: {
    scrapeInterval: "15s",
    // Below the shortest interval, so that a slow target is one failed scrape and not two that overlap.
    scrapeTimeout: "10s",
    evaluationInterval: "30s",
    externalLabels: { environment: "production" },
  },
  stack: monitoringStack,
});
