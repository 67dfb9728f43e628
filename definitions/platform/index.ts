import { platform } from "signalbox";
import { deploy } from "./deploy.ts";
import * as inhibitions from "./inhibitions.ts";
import { location } from "./location.ts";
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
    smarthost: "smtp.example.com:587",
    from: "alertmanager@example.com",
    user: "alertmanager@example.com",
    password: secrets.smtpPassword,
  },
  logs: {
    output: "elasticsearch",
    indexPrefix: "spacetime-logs",
    user: "elastic",
    password: secrets.elasticsearchPassword,
    // As long as metrics: a crash is looked into with both side by side.
    keepDays: 30,
    timeZone: location,
  },
  secrets,
  prometheus: {
    scrapeInterval: "15s",
    // Below the shortest interval, so that a slow target is one failed scrape and not two that overlap.
    scrapeTimeout: "10s",
    evaluationInterval: "30s",
    externalLabels: { environment: "production" },
    // A budget of 30 days can only be computed from 30 days of samples, and one more, because the oldest block goes as a whole.
    retention: "31d",
    // 50,000 series, a sample every 15 s, 1.5 bytes each, are 13.4 GB in 31 days; the rest is room for growth and the log.
    retentionSizeGiB: 20,
  },
  docsUrl: "https://github.com/signalbox/signalbox/blob/main/out/docs",
  externalUrls: {
    prometheus: "http://localhost:9090",
    alertmanager: "http://localhost:9093",
    grafana: "http://localhost:3000",
  },
  deploy,
  allow: { "placeholders-are-filled": "the team is invented, and so is its mail server" },
});
