import { filestreamSchema } from "./schema-input.ts";
import { processorsSchema } from "./schema-processors.ts";
import {
  absolutePath,
  closed,
  count,
  flag,
  goDuration,
  httpUrl,
  listOf,
  matching,
  oneOf,
  port,
  setOf,
  text,
} from "../schema.ts";
import type { Schema } from "../schema.ts";

const always: Readonly<Record<string, Schema>> = {
  "filebeat.inputs": listOf(filestreamSchema, { minItems: 1 }),
  processors: processorsSchema,
  http: closed({ enabled: flag, host: text, port }),
  logging: closed({
    level: oneOf("debug", "info", "warning", "error"),
    to_files: flag,
    files: closed(
      // Filebeat refuses to keep one file, or more than 1024.
      {
        path: absolutePath,
        name: text,
        interval: goDuration,
        keepfiles: { type: "integer", minimum: 2, maximum: 1024 },
      },
      { rotateonstartup: flag, rotateeverybytes: count, permissions: matching("^0[0-7]{3}$") },
    ),
  }),
};

/** A password is a variable of the environment or the keystore; a value would be readable in out/. */
const variable = matching("^\\$\\{[A-Z][A-Z0-9_]*\\}$");

// An index of its own needs the name and the pattern of its template: Filebeat does not start without.
const toElasticsearch: Readonly<Record<string, Schema>> = {
  "setup.ilm": closed({ enabled: flag, policy_name: text, policy_file: absolutePath }, { overwrite: flag }),
  "setup.template": closed(
    { name: text, pattern: text },
    {
      overwrite: flag,
      settings: closed({ index: closed({}, { number_of_shards: count, number_of_replicas: count }) }),
    },
  ),
  "output.elasticsearch": closed({ hosts: setOf(httpUrl), username: text, password: variable, index: text }),
};

const toLogstash: Readonly<Record<string, Schema>> = {
  "output.logstash": closed({ hosts: setOf(matching("^[^/\\s]+:\\d+$")) }, { loadbalance: flag }),
};

/** filebeat.yml with its one output: Filebeat refuses two. */
export const filebeatSchemas: Readonly<Record<"elasticsearch" | "logstash", Schema>> = {
  elasticsearch: closed({ ...always, ...toElasticsearch }),
  logstash: closed({ ...always, ...toLogstash }),
};
