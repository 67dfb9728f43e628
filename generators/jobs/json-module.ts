import { keysOfPath } from "../language/json-path.ts";
import type { SecretFile } from "../language/secret.ts";
import { splitMetricName } from "../text/split-metric-name.ts";
import type { JsonFieldModel } from "./json-field.ts";

interface ModuleOf {
  readonly bearerToken: SecretFile | undefined;
  readonly fields: readonly JsonFieldModel[];
}

/** The exporter's module of an endpoint. It ignores keys that it does not know, without a word, and knows lower-case ones only. */
export function moduleSection({ bearerToken, fields }: ModuleOf): object {
  return {
    http_client_config: {
      // A redirect, as to a login page, must count as a failure, and the token must not travel to another host.
      follow_redirects: false,
      authorization: bearerToken && { credentials_file: bearerToken.path },
    },
    // Left out, any 2xx would do; only 200 is sure to carry the whole answer.
    valid_status_codes: [200],
    metrics: fields.map(metricEntry),
  };
}

function metricEntry(field: JsonFieldModel): object {
  const { metric, path, help, type, labels, textLabel, each } = field;
  if (textLabel === undefined && each === undefined) {
    const own = Object.keys(labels).length === 0 ? undefined : labels;
    return { name: metric, path: jsonPath(path), help, valuetype: type, labels: own };
  }
  const [name = metric, value = ""] = splitMetricName(metric) ?? [];
  return {
    name,
    path: each ? `{${fieldPath(each.list)}[*]}` : jsonPath(path),
    help,
    type: "object",
    valuetype: type,
    // Where the answer lacks the field, an object gives no series; a plain value would have an empty label.
    values: { [value]: each ? jsonPath(path) : "1" },
    labels: { ...labels, ...(textLabel !== undefined && { [textLabel]: "{@}" }), ...labelPaths(each) },
  };
}

function labelPaths(each: JsonFieldModel["each"]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(each?.labels ?? {}).map(([name, path]) => [name, jsonPath(path)]));
}

/** `memory.static_memory_usage` as the exporter's JSONPath. */
function jsonPath(path: string): string {
  return `{${fieldPath(path)}}`;
}

/** What would end a key there, or make it one of any name, is escaped. A backslash in a key cannot be said: the exporter drops each. */
function fieldPath(path: string): string {
  return keysOfPath(path)
    .map((key) => `.${key.replace(/[\s,[\]$@{}.*]/g, "\\$&")}`)
    .join("");
}
