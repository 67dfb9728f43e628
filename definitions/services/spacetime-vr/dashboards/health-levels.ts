import { health } from "../metrics/health.ts";

const { spacetime_health_status: status, spacetime_health_subsystem_status: subsystem } = health;

// A status is a label, and a panel draws numbers: the worse, the higher. What has two for a moment has the worse one.

/** What the health check says of the game: 0 healthy, 1 degraded, 2 unhealthy. */
export const gameLevel = status
  .where({ status: "healthy" })
  .mul(0)
  .or(status.where({ status: "degraded" }))
  .or(status.where({ status: "unhealthy" }).mul(2))
  .maxBy("instance")
  .as("count");

/** What it says of each subsystem. */
export const subsystemLevel = levelOf(subsystem);

/** What it says of those that scenes come from. */
export const loadingLevel = levelOf(subsystem.where({ subsystem: ["scene_loader", "file_system"] }));

function levelOf(of: typeof subsystem) {
  return of
    .where({ status: "healthy" })
    .mul(0)
    .or(of.where({ status: "degraded" }))
    .or(of.where({ status: "unhealthy" }).mul(2))
    .maxBy("instance", "subsystem")
    .as("count");
}

export const levelNames = {
  0: { text: "Healthy", color: "green" },
  1: { text: "Degraded", color: "yellow" },
  2: { text: "Unhealthy", color: "red" },
} as const;
