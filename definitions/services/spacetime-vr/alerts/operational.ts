import { alert, restarts } from "signalbox";
import { low } from "../../../platform/severities.ts";
import { gameProcess } from "../metrics/api.ts";
import { operationalAlerts as group } from "./groups.ts";

export const SpaceTimeServiceRestarted = alert({
  severity: low,
  component: "availability",
  // 5 minutes see every restart at least ten times, and keep the alert from resolving before it was read.
  expr: gameProcess.process_start_time_seconds.changes("5m").gt(0),
  for: "0m",
  scenario: restarts(gameProcess.process_start_time_seconds),
  group,
  summary: ({ labels }) => `${labels.instance} was restarted`,
  description: "The game was started anew in the last 5 minutes.",
  impact: "Whoever played was thrown out.",
  actions: [
    "A deployment? Then this is its receipt.",
    "Else read the end of the log before the restart, logs/godot_console.log, for a crash.",
    "Is spacetime-performance still up on the panel Scrapes? If not, its token is old: give it the current jwt_token.txt.",
  ],
});
