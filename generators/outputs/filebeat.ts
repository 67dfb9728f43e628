import type { Output } from "../output.ts";
import { printJson } from "../text/json.ts";
import { printYaml } from "../text/yaml.ts";
import { shipsLogs, storesLogs } from "./compose/log-stack.ts";
import { ownLogFolder } from "./filebeat/folders.ts";
import { indexPolicy } from "./filebeat/index-policy.ts";
import { inputSection } from "./filebeat/input-section.ts";
import { outputSection } from "./filebeat/output-section.ts";
import { processors } from "./filebeat/processors.ts";
import { sourceOf } from "./parts/source-of.ts";

/** How log lines are read, taken apart and shipped. Without a log source there is nothing: Filebeat would not start. */
export const filebeat: Output = (model) => {
  if (!shipsLogs(model)) return {};
  const { stack } = model.platform;
  const config = {
    "filebeat.inputs": model.logs.map(inputSection),
    processors: processors(stack.logs.timeZone),
    ...outputSection(stack),
    http: { enabled: true, host: "0.0.0.0", port: stack.containers.filebeat.port },
    logging: ownLogs,
  };
  return {
    "filebeat/filebeat.yml": printYaml(config, { source: sourceOf([stack, ...model.logs]) }),
    ...(storesLogs(model) ? { "filebeat/ilm-policy.json": printJson(indexPolicy(stack.logs.keepDays)) } : {}),
  };
};

/** A file a day, the last seven days. */
export const ownLogs = {
  level: "info",
  to_files: true,
  files: {
    path: ownLogFolder,
    name: "filebeat",
    interval: "24h",
    keepfiles: 7,
    // A restart is no new day.
    rotateonstartup: false,
    // 100 MiB, far more than a day brings: the time shall decide, not the size.
    rotateeverybytes: 104_857_600,
  },
};
