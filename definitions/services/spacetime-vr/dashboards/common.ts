import { annotation, everyJob, variable } from "#language";
import { gameProcess } from "../metrics/api.ts";

export const instanceVariable = variable("instance", {
  title: "Instance",
  // Of every job: probes and the telemetry server have instances of their own.
  of: everyJob.up.where({ job: /spacetime-.*/ }),
  label: "instance",
});

export const deployments = annotation("Deployments", {
  expr: gameProcess.process_start_time_seconds.changes("1m").gt(0),
  color: "blue",
  text: (labels) => `${labels.instance} was started`,
});

/** What every dashboard of the game has. */
export const common = { variables: [instanceVariable], annotations: [deployments] } as const;
