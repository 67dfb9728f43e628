import { everyJob, variable } from "#language";

export const instanceVariable = variable("instance", {
  title: "Instance",
  // Of every job: probes and the telemetry server have instances of their own.
  of: everyJob.up.where({ job: /spacetime-.*/ }),
  label: "instance",
});
