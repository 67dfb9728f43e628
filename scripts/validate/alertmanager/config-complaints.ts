import type { Platform } from "../../../generators/language/platform.ts";
import type { Files } from "../../../generators/output.ts";
import type { ToolResult } from "../../tools/run-tool.ts";
import type { Finding } from "../../../generators/targets/validation/finding.ts";
import { unmarshalErrors } from "../../../generators/targets/validation/go-errors.ts";
import { placeOfLine, placeOfNamed } from "./config-place.ts";

export const configPath = "alertmanager/alertmanager.yml";
export const templatesFolder = "alertmanager/templates/";

/** What `amtool check-config` has against the configuration and the template files. */
export function configComplaints(
  { code, stdout, stderr }: ToolResult,
  files: Files,
  platform: Platform,
): Finding[] {
  if (code === 0) return [];
  const found = [...stdout.matchAll(/FAILED: (.+(?:\n {2}line .+)*)/g)];
  if (found.length === 0)
    return [{ path: configPath, message: `amtool refuses it: ${`${stdout}${stderr}`.trim()}` }];
  return found.flatMap(
    ([, message = ""]) => templateComplaint(message) ?? complaintsIn(message, files, platform),
  );
}

/** Such as `template: signalbox.tmpl:85: function "toUper" not defined`. */
function templateComplaint(message: string): Finding[] | undefined {
  const [, file, line, reason = ""] = /^template: (\S+?):(\d+)(?::\d+)?: (.+)/s.exec(message) ?? [];
  return file === undefined
    ? undefined
    : [{ path: `${templatesFolder}${file}`, line: Number(line), message: reason }];
}

function complaintsIn(message: string, files: Files, platform: Platform): Finding[] {
  const lines = unmarshalErrors(message);
  if (lines.length === 0) return [{ path: configPath, place: placeOfNamed(message, platform), message }];
  return lines.map(({ line, reason }) => ({
    path: configPath,
    line,
    place: placeOfLine(files[configPath] ?? "", line, platform),
    message: reason,
  }));
}
