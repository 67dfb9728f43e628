import type { Output } from "../../output.ts";
import { heading, inlineCode, link, printMarkdown } from "../../text/markdown.ts";
import { shippedLogs, storedLogs } from "../../model/log-shipping.ts";
import { fieldTable } from "./log-guide/field-table.ts";
import { missingLines } from "./log-guide/missing-lines.ts";
import { ownLogSection } from "./log-guide/own-log-section.ts";
import { searchSection } from "./log-guide/search-section.ts";
import { formatSection, sourceSections } from "./log-guide/source-sections.ts";
import { logWay } from "./log-guide/log-way.ts";
import { sourceOf } from "../parts/source-of.ts";

/** The page of the log lines: which files, what becomes of a line, where it is kept, and how it is found again. */
export const logGuide: Output = (model) => {
  const logs = shippedLogs(model);
  if (!logs) return {};
  const stored = storedLogs(model);
  const blocks = [
    heading(1, "Logs"),
    logWay(logs),
    `These programs run only with ${inlineCode("COMPOSE_PROFILES=logs")} in ${inlineCode(".env")}: ${link("Deploy", "../README.md#the-first-time")} says how.`,
    ...sourceSections(model),
    ...formatSection(model, logs),
    heading(2, "Fields"),
    "The names are those of the Elastic Common Schema.",
    fieldTable(model),
    ...(stored ? searchSection(model, stored) : []),
    ...ownLogSection(),
    ...missingLines(model),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/logs.md": printMarkdown(blocks, { source: sourceOf([model.platform, ...model.logs]) }) };
};
