import type { Model } from "../../model/model.ts";

/** Whether any service has log files to ship: Filebeat does not start without an input. */
export function shipsLogs({ logs }: Pick<Model, "logs">): boolean {
  return logs.length > 0;
}

/** Whether this stack keeps the log lines itself; else Logstash gets them, which is somebody else's. */
export function storesLogs({ platform }: Pick<Model, "platform">): boolean {
  return platform.stack.logs.output === "elasticsearch";
}
