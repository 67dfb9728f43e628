import { query, row, stateTimeline, timeSeries } from "signalbox";
import { filebeat } from "./log-metrics.ts";
import { elasticsearchJob } from "./scrape.ts";

const upOrDown = { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } } as const;

export const logs = row("Logs, where they are collected", [
  stateTimeline({
    title: "Elasticsearch",
    description: "Whether it answers, and asks for a login.",
    width: 6,
    queries: [query(elasticsearchJob.probe_success, { legend: ({ instance }) => instance })],
    valueNames: upOrDown,
  }),
  timeSeries({
    title: "Log lines",
    description: "Lines per second that Filebeat reads, and that Elasticsearch confirms.",
    width: 6,
    queries: [
      query(filebeat.filebeat_events_published_total.rate("$__rate_interval"), { legend: "read" }),
      query(filebeat.filebeat_events_acked_total.rate("$__rate_interval"), { legend: "confirmed" }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Waiting log lines",
    description: "Lines that were read, and that nobody has confirmed yet.",
    width: 6,
    queries: [query(filebeat.filebeat_events_waiting, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Log lines that did not arrive",
    description: "Lines within 15 minutes that are sent once more, or that Elasticsearch refused for good.",
    width: 6,
    queries: [
      query(filebeat.filebeat_events_failed_total.increase("15m"), { legend: "sent once more" }),
      query(filebeat.filebeat_events_dropped_total.increase("15m"), { legend: "refused" }),
    ],
    min: 0,
  }),
]);
