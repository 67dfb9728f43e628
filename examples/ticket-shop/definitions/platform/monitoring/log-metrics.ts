import { counter, gauge, metrics } from "signalbox";
import { filebeatJob } from "./scrape.ts";

export const filebeat = metrics(filebeatJob, {
  filebeat_events_waiting: gauge({
    help: "Lines that were read, and that nobody has confirmed yet.",
    unit: "lines",
  }),
  filebeat_events_published_total: counter({ help: "Lines that were read.", unit: "lines" }),
  filebeat_events_acked_total: counter({ help: "Lines that Elasticsearch has confirmed.", unit: "lines" }),
  filebeat_events_failed_total: counter({ help: "Lines that will be sent once more.", unit: "lines" }),
  filebeat_events_dropped_total: counter({
    help: "Lines that Elasticsearch refused for good.",
    unit: "lines",
  }),
});
