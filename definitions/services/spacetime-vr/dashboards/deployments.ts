import { annotation } from "signalbox";
import { gameProcess } from "../metrics/api.ts";

export const deployments = annotation("Deployments", {
  // The expression of the alert, but over the step of the time axis, which may be longer than its minutes.
  expr: gameProcess.process_start_time_seconds.changes("$__rate_interval").gt(0),
  color: "blue",
  text: (labels) => `${labels.instance} was started`,
});
