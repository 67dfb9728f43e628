import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { telemetry } from "../metrics/telemetry.ts";

export const telemetryRow = row("Telemetry", [
  timeSeries({
    title: "Telemetry disconnects",
    description: "Clients that lost their connection within an hour, as the alert counts them.",
    width: 8,
    queries: [
      query(telemetry.spacetime_telemetry_disconnects_total.increase("1h"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
    thresholds: [alerts.SpaceTimeTelemetryDisconnects],
  }),
  timeSeries({
    title: "Telemetry connections",
    description:
      "Clients that connected within an hour. As many as disconnect are the same ones, coming back.",
    width: 8,
    queries: [
      query(telemetry.spacetime_telemetry_connections_total.increase("1h"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Active sessions",
    description: "Sessions that are open now.",
    width: 8,
    queries: [query(telemetry.spacetime_active_sessions, { legend: ({ instance }) => instance })],
    min: 0,
  }),
]);
