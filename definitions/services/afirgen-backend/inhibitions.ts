import { inhibition } from "signalbox";
import * as alerts from "./alerts/index.ts";

// A model server that is gone also fails what is asked of it: of the same server, and of no other one of that backend.
export const modelServerGoneInhibits = inhibition("model-server-gone-mutes-its-signs", {
  source: { alert: alerts.AfirgenModelServerUnavailable },
  target: { alert: [alerts.AfirgenModelServerErrors, alerts.AfirgenModelServerSlow] },
  equal: ["service", "instance", "server"],
});
