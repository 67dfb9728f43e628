import type { Model } from "../../../generators/model/model.ts";
import type { Files } from "../../../generators/output.ts";
import type { ToolResult } from "../../tools/run-tool.ts";
import type { Finding } from "../../../generators/targets/validation/finding.ts";
import { unmarshalErrors } from "../../../generators/targets/validation/go-errors.ts";
import { placeOfJobAt, placeOfNamedJob } from "./job-place.ts";

export const configPath = "prometheus/prometheus.yml";
/** What promtool reads and Prometheus does not. */
const testsFolder = "prometheus/tests/";

/** What `promtool check config` has against prometheus.yml and the target files; a warning counts. */
export function configComplaints(result: ToolResult, files: Files, model: Model): Finding[] {
  const output = `${result.stdout}\n${result.stderr}`;
  const found = [...output.matchAll(/^\s*(?:FAILED|WARNING): (.+(?:\n {2}line .+)*)/gm)];
  const complaints = found.flatMap(([, message = ""]) => complaintsIn(message, files, model));
  if (complaints.length > 0 || result.code === 0) return complaints;
  return [{ path: configPath, message: `promtool refuses it: ${output.trim()}` }];
}

/** Files that Prometheus would never read, because its configuration does not name them. */
export function unnamedFiles(files: Files): Finding[] {
  const named = new Set(
    [...(files[configPath] ?? "").matchAll(/^\s*- "?([^"\n]+?)"?$/gm)].map(([, item]) => item),
  );
  const others = Object.keys(files).filter((path) => path.startsWith("prometheus/") && path.endsWith(".yml"));
  return others
    .filter((path) => path !== configPath && !path.startsWith(testsFolder))
    .filter((path) => !named.has(path.slice("prometheus/".length)))
    .map((path) => ({
      path,
      message: `${configPath} does not name this file, so Prometheus never reads it`,
    }));
}

function complaintsIn(message: string, files: Files, model: Model): Finding[] {
  const path = /"?(prometheus\/targets\/[^"]+?\.yml)"?/.exec(message)?.[1] ?? configPath;
  const named = placeOfNamedJob(message, model);
  const lines = unmarshalErrors(message);
  if (lines.length === 0)
    return [{ path, place: named, message: message.replace(/^parsing YAML file \S+: /, "") }];
  return lines.map(({ line, reason }) => ({
    path,
    line,
    place: named ?? (path === configPath ? placeOfJobAt(files[path] ?? "", line, model) : undefined),
    message: reason,
  }));
}
