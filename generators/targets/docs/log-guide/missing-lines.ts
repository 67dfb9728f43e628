import type { Model } from "../../../model/model.ts";
import { codeBlock, heading, inlineCode } from "../../../text/markdown.ts";
import { shippedLogs } from "../../../model/log-shipping.ts";
import { logFolders } from "../../compose/log-folders.ts";
import { logFolder } from "../../filebeat/folders.ts";
import { shellQuote } from "../../parts/shell-quote.ts";

/** Lines that a service wrote and nobody finds. */
export function missingLines(model: Model): string[] {
  const folders = logFolders(model).map(({ service }) => logFolder(service.name));
  const asks =
    shippedLogs(model)?.output === "elasticsearch"
      ? "Elasticsearch takes its lines"
      : "Logstash takes its lines";
  return [
    heading(2, "Lines are missing"),
    codeBlock(
      "sh",
      [
        "docker compose ps filebeat    # healthy: it runs, and the other side answers",
        ...folders.map(
          (folder) =>
            `docker compose exec filebeat bash -c ${shellQuote(`ls -l ${folder}`)}    # the files that it can see`,
        ),
      ].join("\n"),
    ),
    [
      `- **No such container**: ${inlineCode("COMPOSE_PROFILES=logs")} is not in ${inlineCode(".env")}.`,
      `- **Not healthy**: its health check asks whether ${asks}; its own log says why not.`,
      `- **The files are not there**: the folder in ${inlineCode(".env")} is another one.`,
      `- **A new file is not read**: it is taken up when it has 128 bytes, since a file is known by how it begins.`,
      `- **Lines are there, but at another time**: the service writes the time of another zone than the one above, or the line is ${inlineCode("unparsed")}.`,
    ].join("\n"),
  ];
}
