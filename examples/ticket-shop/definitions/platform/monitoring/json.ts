import { jsonFields } from "signalbox";
import { filebeat } from "./log-metrics.ts";
import { filebeatJob } from "./scrape.ts";

export const filebeatFields = jsonFields(filebeatJob, {
  "libbeat.output.events.acked": filebeat.filebeat_events_acked_total,
  "libbeat.output.events.dropped": filebeat.filebeat_events_dropped_total,
  "libbeat.output.events.failed": filebeat.filebeat_events_failed_total,
  "libbeat.pipeline.events.active": filebeat.filebeat_events_waiting,
  "libbeat.pipeline.events.published": filebeat.filebeat_events_published_total,
});
