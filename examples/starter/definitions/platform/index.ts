import { platform } from "signalbox";
import { deploy } from "./deploy.ts";
import * as inhibitions from "./inhibitions.ts";
import * as receivers from "./receivers.ts";
import { routing } from "./routing.ts";
import * as secrets from "./secrets.ts";
import * as severities from "./severities.ts";
import * as timeIntervals from "./time-intervals.ts";

export const ourPlatform = platform({
  severities,
  receivers,
  timeIntervals,
  routing,
  inhibitions,
  mail: {
    smarthost: "smtp.harbour-tickets.internal:587",
    from: "alerts@harbour-tickets.internal",
    user: "alerts@harbour-tickets.internal",
    password: secrets.smtpPassword,
  },
  secrets,
  prometheus: {
    scrapeInterval: "15s",
    // Below the shortest interval, so that a slow target is one failed scrape and not two that overlap.
    scrapeTimeout: "10s",
    evaluationInterval: "30s",
    externalLabels: { environment: "production" },
    // A budget of 30 days needs 30 days of samples, and one more, because the oldest block goes as a whole.
    retention: "31d",
    retentionSizeGiB: 20,
  },
  // Where people read out/docs/: notifications link to the page of their alert.
  docsUrl: "https://docs.harbour-tickets.internal/monitoring",
  // Where people open the programs. Behind a proxy, write its addresses.
  externalUrls: {
    prometheus: "http://localhost:9090",
    alertmanager: "http://localhost:9093",
    grafana: "http://localhost:3000",
  },
  deploy,
});
