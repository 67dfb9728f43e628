import type { Compose } from "../../language/compose.ts";
import type { ElasticsearchLogs, Logs } from "../../language/logs.ts";
import type { LogModel } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import { printJson } from "../../text/json.ts";
import { printYaml } from "../../text/yaml.ts";
import { shippedLogs } from "../../model/log-shipping.ts";
import { neededContainer } from "../../model/running-containers.ts";
import { elasticsearchUrl, filebeatFolder, logFolder, ownLogFolder, passwordVariable } from "./container.ts";
import { indexPolicy } from "./index-policy.ts";
import { writerUser } from "./writer-role.ts";
import { processors } from "./processors.ts";
import { sourceOf } from "../source-of.ts";

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

/** A filestream input. Filebeat keeps under its id how far it has read, so an id must never change. */
function inputSection(log: LogModel): object {
  const folder = logFolder(log.service);
  return {
    type: "filestream",
    id: `${log.service}.${log.id}`,
    // The file, and those it was rotated to: name.log.1, name.log.2026-01-31.
    paths: log.files.flatMap((file) => [`${folder}/${file}`, `${folder}/${file}.[0-9]*`]),
    prospector: {
      scanner: {
        exclude_files: ["\\.gz$"],
        // By itself Filebeat does not read a file before it has 1024 bytes, which a quiet log may take days for.
        fingerprint: { length: 128 },
      },
    },
    // A file is known by its first bytes: rotation changes its name, and an inode may be used again.
    file_identity: { fingerprint: null },
    parsers: log.multiline ? [{ multiline: untilNextTime }] : undefined,
    tags: log.tags.length > 0 ? log.tags : undefined,
    fields_under_root: true,
    fields: {
      service: { name: log.service },
      event: { dataset: log.dataset },
      // For the processors; they take it away again.
      signalbox: { format: log.format },
    },
  };
}

/** A line that does not begin with a date belongs to the one before, as the lines of a stack trace do. */
const untilNextTime = {
  type: "pattern",
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2} ",
  negate: true,
  match: "after",
};

/** Where the lines go: to Elasticsearch or to Logstash; Filebeat refuses two outputs. */
function outputSection(logs: Logs, deploy: Compose): object {
  switch (logs.output) {
    case "logstash":
      return { "output.logstash": { hosts: logs.hosts, loadbalance: true } };
    case "elasticsearch":
      return toElasticsearch(logs, deploy);
  }
}

function toElasticsearch(logs: ElasticsearchLogs, deploy: Compose): object {
  const { hosts, indexPrefix } = logs;
  return {
    "setup.ilm": {
      enabled: true,
      policy_name: indexPrefix,
      policy_file: `${filebeatFolder}/ilm-policy.json`,
      // The file is the truth, not what was once changed by hand.
      overwrite: true,
    },
    // With an index of its own Filebeat asks for both the name and the pattern.
    "setup.template": {
      name: indexPrefix,
      pattern: `${indexPrefix}-*`,
      overwrite: true,
      // One node: a replica would never find a place. How many an Elasticsearch elsewhere makes is said there.
      settings: hosts ? undefined : { index: { number_of_shards: 1, number_of_replicas: 0 } },
    },
    "output.elasticsearch": {
      hosts: hosts ?? [elasticsearchUrl(deploy)],
      username: writerUser(logs),
      password: `\${${passwordVariable}}`,
      index: `${indexPrefix}-%{[agent.version]}`,
    },
  };
}
