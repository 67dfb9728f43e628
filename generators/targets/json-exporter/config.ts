import type { JsonFieldModel, JsonJobModel } from "../../model/job-model.ts";
import type { Output } from "../../output.ts";
import { splitMetricName } from "../../text/split-metric-name.ts";
import { printYaml } from "../../text/yaml.ts";
import { sourceOf } from "../source-of.ts";

/**
 * How json_exporter turns answers into metrics: a module for each job, named like the job.
 *
 * It ignores keys that it does not know, without a word, and knows lower-case ones only.
 */
export const jsonExporter: Output = ({ jobs, platform }) => {
  if (!platform.deploy.containers["json-exporter"]) return {};
  const own = jobs.filter((job) => job.kind === "json");
  const modules = Object.fromEntries(own.map((job) => [job.name, moduleSection(job)]));
  return { "json-exporter/json-exporter.yml": printYaml({ modules }, { source: sourceOf(own) }) };
};

function moduleSection({ bearerToken, fields }: JsonJobModel): unknown {
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

function metricEntry({ metric, path, help, type, labels, textLabel }: JsonFieldModel): unknown {
  if (textLabel === undefined) {
    const own = Object.keys(labels).length === 0 ? undefined : labels;
    return { name: metric, path: jsonPath(path), help, valuetype: type, labels: own };
  }
  const [name = metric, value = ""] = splitMetricName(metric) ?? [];
  return {
    name,
    path: jsonPath(path),
    help,
    type: "object",
    valuetype: type,
    // Where the answer lacks the field, an object gives no series; a plain value would have an empty label.
    values: { [value]: "1" },
    labels: { ...labels, [textLabel]: "{@}" },
  };
}

/** `memory.static_memory_usage` as the exporter's JSONPath; what would end a field's name there is escaped. */
function jsonPath(path: string): string {
  return `{.${path.replace(/[\s,[\]$@{}]/g, "\\$&")}}`;
}
