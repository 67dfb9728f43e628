import { annotation, variable } from "signalbox";
import { api } from "../metrics/api.ts";
import { backend } from "../scrape.ts";

/** What both dashboards have in common. */
export const common = {
  folder: "AFIRGen",
  refresh: "30s",
  last: "3h",
  variables: [variable("instance", { title: "Instance", of: backend.up, label: "instance" })],
  annotations: [
    annotation("Restarts", {
      // It exports no start time; its counters begin again when it does.
      expr: api.api_requests_total.resets("$__rate_interval").sumBy("instance").gt(0),
      color: "blue",
      text: (labels) => `${labels.instance} was started`,
    }),
  ],
} as const;
