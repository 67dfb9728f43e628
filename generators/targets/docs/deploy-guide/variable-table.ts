import type { Model } from "../../../model/model.ts";
import { escapeMarkdown, inlineCode, table } from "../../../text/markdown.ts";
import { logFolders } from "../../compose/log-folders.ts";
import { targetsFolder } from "../../compose/targets-folder.ts";

/** The variables of the compose file, which `.env` sets. */
export function variableTable(model: Model): string {
  const ofTargets = [
    inlineCode(targetsFolder.variable),
    "folder with the targets of each job in this environment",
    inlineCode(targetsFolder.default),
  ];
  const ofLogs = logFolders(model).map(({ service, variable, default: usual }) => [
    inlineCode(variable),
    escapeMarkdown(`folder with the logs of ${service.title}; must be there when log lines are collected`),
    usual === "" ? "none: it must be set" : inlineCode(usual),
  ]);
  const rows = [...(model.jobs.length > 0 ? [ofTargets] : []), ...ofLogs];
  if (rows.length === 0) return "No variable has to be set.";
  return table(["variable in `.env`", "what it is", "if left out"], rows);
}
