import type { Output } from "../../output.ts";
import { printJson } from "../../text/json.ts";
import { printYaml } from "../../text/yaml.ts";
import { shippedLogs } from "../../model/log-shipping.ts";
import { neededContainer } from "../../model/running-containers.ts";
import { ownLogFolder } from "./folders.ts";
import { indexPolicy } from "./index-policy.ts";
import { inputSection } from "./input-section.ts";
import { outputSection } from "./output-section.ts";
import { processors } from "./processors.ts";
import { sourceOf } from "../parts/source-of.ts";

/** How log lines are read, taken apart and shipped. Without a log source there is nothing: Filebeat would not start. */
export const filebeat: Output = (model) => {
  const logs = shippedLogs(model);
  if (!logs) return {};
  const { platform } = model;
  const config = {
    "filebeat.inputs": model.logs.map(inputSection),
    processors: processors(logs.timeZone),
    ...outputSection(logs, platform.deploy),
    http: { enabled: true, host: "0.0.0.0", port: neededContainer(platform.deploy, "filebeat").port },
    logging: ownLogs,
  };
  return {
    "filebeat/filebeat.yml": printYaml(config, { source: sourceOf([platform, ...model.logs]) }),
    ...(logs.output === "elasticsearch"
      ? { "filebeat/ilm-policy.json": printJson(indexPolicy(logs.keepDays)) }
      : {}),
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
