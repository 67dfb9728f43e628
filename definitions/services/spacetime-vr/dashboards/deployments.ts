import { annotation } from "signalbox";
import { gameProcess } from "../metrics/api.ts";

export const deployments = annotation("Deployments", {
  expr: gameProcess.process_start_time_seconds.changes("1m").gt(0),
  color: "blue",
  text: (labels) => `${labels.instance} was started`,
});
