import { annotation, dashboard, everyJob, variable } from "signalbox";
import { requests } from "../metrics/sales.ts";
import { healthRow } from "./health-row.ts";
import { programRow } from "./program-row.ts";
import { statusRow } from "./status-row.ts";
import { waitingRoomRow } from "./waiting-room-row.ts";

export const operations = dashboard("ticket-shop-operations", {
  title: "Ticket shop operations",
  description: "How the shop does, from what buyers notice to what causes it.",
  folder: "Ticket shop",
  tags: ["ticket-shop"],
  refresh: "15s",
  last: "1h",
  variables: [
    variable("instance", {
      title: "Instance",
      of: everyJob.up.where({ job: /ticket-shop.*/ }),
      label: "instance",
    }),
  ],
  annotations: [
    annotation("Starts", {
      expr: requests.process_start_time_seconds.changes("$__rate_interval").gt(0),
      color: "blue",
      text: (labels) => `${labels.instance} was started`,
    }),
  ],
  rows: [statusRow, waitingRoomRow, programRow, healthRow],
});
