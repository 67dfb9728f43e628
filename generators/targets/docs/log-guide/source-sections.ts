import type { Logs } from "../../../language/logs.ts";
import type { LogModel } from "../../../model/log-model.ts";
import type { Model, ServiceModel } from "../../../model/model.ts";
import { bulletList, codeBlock, escapeMarkdown, heading, inlineCode, table } from "../../../text/markdown.ts";

/** The log files of each service that has some. */
export function sourceSections({ services, logs }: Model): string[] {
  return services.flatMap((service) => {
    const own = logs.filter((log) => log.service === service.name);
    if (own.length === 0) return [];
    return [
      heading(2, `Files of ${service.title}`),
      ...folder(service),
      table(["files", "what is in them", "format", "dataset"], own.map(row)),
    ];
  });
}

function folder({ logFolder }: ServiceModel): string[] {
  if (!logFolder) return [];
  const { variable, default: usual } = logFolder;
  const where =
    usual === "" ? "which has to be set" : `or in ${inlineCode(usual)} when that says nothing else`;
  return [`In the folder that ${inlineCode(variable)} in ${inlineCode(".env")} names, ${where}:`];
}

function row({ files, description, format, dataset, tags, multiline }: LogModel): string[] {
  const tagged = tags.length === 0 ? "" : ` Tagged ${tags.map(inlineCode).join(", ")}.`;
  return [
    files.map(inlineCode).join("<br>"),
    `${escapeMarkdown(description)}${tagged}`,
    `${format}${multiline ? ", of several lines" : ""}`,
    inlineCode(dataset),
  ];
}

/** How a line of each format reads that occurs. */
export function formatSection({ logs }: Pick<Model, "logs">, { timeZone }: Logs): string[] {
  const formats = [...new Set(logs.map(({ format }) => format))].sort();
  const items = [
    `Times are those of ${escapeMarkdown(timeZone)}.`,
    ...(logs.some(({ multiline }) => multiline)
      ? [
          "Of several lines: a line that does not begin with a date belongs to the one before, as those of a stack trace do.",
        ]
      : []),
    `A line that does not read like this is kept as it is, with the time at which it was read and the tag ${inlineCode("unparsed")}.`,
    `Files that were rotated to ${inlineCode("NAME.1")} or ${inlineCode("NAME.2026-01-31")} are read to their end. Those that were compressed to ${inlineCode(".gz")} are not.`,
  ];
  return [
    heading(2, "Format"),
    ...formats.flatMap((format) => [`${format}:`, codeBlock("text", exampleLines[format])]),
    bulletList(items),
  ];
}

/** A line of each format, as a service writes it. */
export const exampleLines: Readonly<Record<LogModel["format"], string>> = {
  "level lines": "2026-01-31 12:34:56 | ERROR | What happened",
  "access lines": "2026-01-31 12:34:56 | INFO | GET /scene?name=hall 200 12.3ms 127.0.0.1",
};
