import { everyJob, variable } from "signalbox";

const options = { title: "Instance", label: "instance" } as const;

/** Of every job: probes and the telemetry server have instances of their own. */
export const anyInstance = variable("instance", {
  ...options,
  of: everyJob.up.where({ job: /spacetime-.*/ }),
});

/** Of the game alone, for dashboards that ask neither probes nor the telemetry server: theirs would show nothing. */
export const gameInstance = variable("instance", {
  ...options,
  of: everyJob.up.where({ job: /spacetime-(?:http-api|performance|health-status)/ }),
});
