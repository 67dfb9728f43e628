import { counter, gauge, metrics } from "signalbox";
import { telemetryServer } from "../scrape.ts";

export const telemetry = metrics(telemetryServer, {
  spacetime_telemetry_connections_total: counter({ help: "Clients that connected.", unit: "connections" }),
  spacetime_telemetry_disconnects_total: counter({
    help: "Clients whose connection was lost.",
    unit: "disconnects",
  }),
  spacetime_active_sessions: gauge({ help: "Sessions that are open now.", unit: "sessions" }),
});
