import { gauge, metrics } from "signalbox";
import { healthStatus } from "../scrape.ts";

const statuses = ["healthy", "degraded", "unhealthy"] as const;
const subsystems = ["scene_loader", "file_system", "memory", "connections"] as const;

export const health = metrics(healthStatus, {
  spacetime_health_status: gauge({
    help: "1 for the status that the health check gives the game; the others have no series.",
    unit: "bool",
    labels: { status: statuses },
  }),
  spacetime_health_subsystem_status: gauge({
    help: "1 for the status that the health check gives a subsystem; the others have no series.",
    unit: "bool",
    labels: { subsystem: subsystems, status: statuses },
  }),
  // In milliseconds, which are no base unit, because json_exporter cannot calculate.
  spacetime_health_check_duration_milliseconds: gauge({
    help: "How long the whole health check took inside of the game.",
    unit: "milliseconds",
  }),
  spacetime_health_subsystem_duration_milliseconds: gauge({
    help: "How long the check of a subsystem took.",
    unit: "milliseconds",
    labels: { subsystem: subsystems },
  }),
});
