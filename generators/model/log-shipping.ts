import type { ElasticsearchLogs, Logs } from "../language/logs.ts";
import type { Model } from "./model.ts";

/** Where log lines go; undefined without a log source: Filebeat does not start without an input. */
export function shippedLogs({ logs, platform }: Pick<Model, "logs" | "platform">): Logs | undefined {
  return logs.length > 0 ? platform.logs : undefined;
}

/** How the Elasticsearch that is deployed here keeps log lines; undefined when somebody else does, or nobody. */
export function storedLogs(model: Pick<Model, "logs" | "platform">): ElasticsearchLogs | undefined {
  const logs = shippedLogs(model);
  return logs && isStoredHere(logs) ? logs : undefined;
}

/** Whether the lines stay in this deployment. */
export function isStoredHere(logs: Logs): logs is ElasticsearchLogs {
  return logs.output === "elasticsearch" && logs.hosts === undefined;
}
