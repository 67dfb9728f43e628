import {
  absolutePath,
  anyText,
  closed,
  count,
  flag,
  goDuration,
  httpUrl,
  listOf,
  matching,
  nothing,
  oneKeyOf,
  oneOf,
  port,
  setOf,
  text,
  type Schema,
} from "../../schema.ts";

const multiline = closed({
  type: oneOf("pattern"),
  pattern: text,
  negate: flag,
  match: oneOf("after", "before"),
});

const ndjson = closed(
  {},
  { target: anyText, overwrite_keys: flag, expand_keys: flag, add_error_key: flag, message_key: text },
);

/** A filestream input. Its id must be there and never change: Filebeat keeps under it how far it has read. */
const filestreamSchema: Schema = closed(
  {
    type: oneOf("filestream"),
    id: matching("^[a-zA-Z0-9._-]+$"),
    paths: setOf(absolutePath),
    prospector: closed({
      scanner: closed(
        // Filebeat refuses less than 64 bytes.
        {
          fingerprint: closed(
            { length: { type: "integer", minimum: 64 } },
            { enabled: flag, offset: { type: "integer", minimum: 0 } },
          ),
        },
        { exclude_files: setOf(text), include_files: setOf(text) },
      ),
    }),
    file_identity: closed({ fingerprint: nothing }),
    fields_under_root: flag,
    fields: closed({
      service: closed({ name: text }),
      event: closed({ dataset: text }),
      signalbox: closed({ format: oneOf("level lines", "access lines") }),
    }),
  },
  {
    enabled: flag,
    tags: setOf(text),
    parsers: listOf(oneKeyOf({ multiline, ndjson }), { minItems: 1 }),
  },
);

const field = text;

/** Processors by name; a processor is a mapping of one key. */
const processors: Readonly<Record<string, Schema>> = {
  script: closed({ lang: oneOf("javascript"), source: text }, { tag: text }),
  timestamp: closed(
    { field, layouts: setOf(text) },
    { timezone: text, ignore_missing: flag, ignore_failure: flag, test: setOf(text) },
  ),
  convert: closed(
    {
      fields: listOf(
        closed(
          { from: field },
          { to: field, type: oneOf("ip", "integer", "long", "float", "boolean", "string") },
        ),
        { minItems: 1 },
      ),
    },
    { ignore_missing: flag, fail_on_error: flag, mode: oneOf("copy", "rename") },
  ),
  dissect: closed(
    { tokenizer: text },
    { field, target_prefix: anyText, ignore_failure: flag, overwrite_keys: flag },
  ),
  drop_fields: closed({ fields: setOf(field) }, { ignore_missing: flag }),
  add_host_metadata: orNothing(closed({}, { netinfo: closed({ enabled: flag }) })),
  add_cloud_metadata: nothing,
  add_docker_metadata: orNothing(closed({}, { match_source: flag, match_source_index: count })),
  add_kubernetes_metadata: nothing,
};

/** What happens to a line, in the order of the list. */
const processorsSchema: Schema = listOf(oneKeyOf(processors));

/** Its settings, or none: `add_host_metadata: null`. */
function orNothing(settings: Schema): Schema {
  return { ...settings, type: ["object", "null"] };
}

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
