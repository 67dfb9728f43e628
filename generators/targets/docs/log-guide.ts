import { partsOfService } from "../../model/lookups.ts";
import type { Compose } from "../../language/compose.ts";
import type { ElasticsearchLogs, Logs } from "../../language/logs.ts";
import type { LogModel, Model, ServiceModel } from "../../model/model.ts";
import { shippedLogs, storedLogs } from "../../model/log-shipping.ts";
import type { Output } from "../../output.ts";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../text/markdown.ts";
import { logFolders } from "../compose/host-folders.ts";
import { ownLogs } from "../filebeat/config.ts";
import { writerRole } from "../filebeat/writer-role.ts";
import { logFolder } from "../filebeat/container.ts";
import { hostUrl, shellQuote } from "../compose/commands.ts";
import { sourceOf } from "../source-of.ts";

/** The page about logs: which files are collected, how a line is parsed, where it is stored, and how to search. */
export const logGuide: Output = (model) => {
  const logs = shippedLogs(model);
  if (!logs) return {};
  const stored = storedLogs(model);
  const blocks = [
    heading(1, "Logs"),
    logPath(logs),
    `These programs run only with ${inlineCode("COMPOSE_PROFILES=logs")} in ${inlineCode(".env")}: ${link("Deploy", "../README.md#the-first-time")} explains how.`,
    ...sourceSections(model),
    ...formatSection(model, logs),
    heading(2, "Fields"),
    "Field names follow the Elastic Common Schema.",
    fieldTable(model),
    ...(stored ? searchSection(model, stored) : []),
    ...roleSection(logs),
    ...ownLogSection(),
    ...missingLines(model),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/logs.md": printMarkdown(blocks, { source: sourceOf([model.platform, ...model.logs]) }) };
};

/** Where a line goes, in a sentence or two. */
function logPath(logs: Logs): string {
  const read = "Filebeat reads the services' log files, parses each line, and";
  const places = (hosts: readonly string[]): string => hosts.map(escapeMarkdown).join(", ");
  if (logs.output === "logstash") {
    return `${read} sends it to Logstash at ${places(logs.hosts)}. Retention and search are configured there.`;
  }
  const kept = `which stores it for ${logs.keepDays} days in ${inlineCode(`${logs.indexPrefix}-*`)}`;
  return logs.hosts
    ? `${read} sends it to Elasticsearch at ${places(logs.hosts)}, ${kept}. Search there.`
    : `${read} sends it to Elasticsearch, ${kept}. Search it in Kibana.`;
}

/** The log files of each service that has any. */
function sourceSections(model: Model): string[] {
  return model.services.flatMap((service) => {
    const own = partsOfService(model, service.name).logs;
    if (own.length === 0) return [];
    return [
      heading(2, `Files of ${service.title}`),
      ...folder(service),
      table(["files", "contents", "format", "dataset"], own.map(row)),
    ];
  });
}

function folder({ logFolder }: ServiceModel): string[] {
  if (!logFolder) return [];
  const { variable, default: usual } = logFolder;
  const where = usual === "" ? "which must be set" : `or in ${inlineCode(usual)} by default`;
  return [`In the folder set by ${inlineCode(variable)} in ${inlineCode(".env")}, ${where}:`];
}

function row({ files, description, format, dataset, tags, multiline }: LogModel): string[] {
  const tagged = tags.length === 0 ? "" : ` Tagged ${tags.map(inlineCode).join(", ")}.`;
  return [
    files.map(inlineCode).join("<br>"),
    `${escapeMarkdown(description)}${tagged}`,
    `${format}${multiline ? ", multiline" : ""}`,
    inlineCode(dataset),
  ];
}

/** What a line looks like in each format in use. */
function formatSection({ logs }: Pick<Model, "logs">, { timeZone }: Logs): string[] {
  const formats = [...new Set(logs.map(({ format }) => format))].sort();
  const items = [
    `Timestamps are in ${escapeMarkdown(timeZone)}.`,
    ...(logs.some(({ multiline }) => multiline)
      ? [
          "Multiline: a line that does not start with a date belongs to the line before it, as in a stack trace.",
        ]
      : []),
    `A line in another format is stored as it is, with the time it was read and the tag ${inlineCode("unparsed")}.`,
    `Values of parameters such as ${inlineCode("token")}, ${inlineCode("key")}, ${inlineCode("password")} and ${inlineCode("secret")} in query strings, and logins in URLs, are replaced by ${inlineCode("REDACTED")} before a line leaves the machine.`,
    `Files rotated to ${inlineCode("NAME.1")} or ${inlineCode("NAME.2026-01-31")} are read to the end. Files compressed to ${inlineCode(".gz")} are not read.`,
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

/** The fields of every parsed line. */
export const lineFields: Readonly<Record<string, string>> = {
  "@timestamp": "When the line was written",
  "log.level": "In lower case",
  message: "The text after the level",
  "service.name": "The service, as in the label `service` of its metrics",
  "event.dataset": "The kind of file it comes from: see the tables above",
  "log.file.path": "The path of the file inside Filebeat's container",
};

/** The additional fields of a request's line. */
export const requestFields: Readonly<Record<string, string>> = {
  "http.request.method": "GET, POST …",
  "url.original": "The URL as requested",
  "url.path": "The URL without its query",
  "url.query": "The part after the question mark, if any",
  "http.response.status_code": "A number",
  "event.duration": "In nanoseconds: one second is 1000000000",
  "client.address": "The client; also in `client.ip` and `source.ip` when it is an IP address",
};

/** The fields of a line and their contents; those of requests only where a source has them. */
function fieldTable({ logs }: Pick<Model, "logs">): string {
  const hasTags = logs.some(({ tags }) => tags.length > 0);
  const hasRequests = logs.some(({ format }) => format === "access lines");
  const fields = {
    ...lineFields,
    ...(hasTags
      ? { tags: "The tags in the tables above, and `unparsed`" }
      : { tags: "`unparsed`, or nothing" }),
    ...(hasRequests ? requestFields : {}),
  };
  return table(
    ["field", "contents"],
    Object.entries(fields).map(([name, meaning]) => [inlineCode(name), meaning]),
  );
}

/** Where lines are stored, and how to search them in Kibana. */
function searchSection(model: Model, stored: ElasticsearchLogs): string[] {
  const { deploy } = model.platform;
  const { indexPrefix, keepDays, user, password } = stored;
  const pattern = inlineCode(`${indexPrefix}-*`);
  const kibana = hostUrl("kibana", deploy);
  return [
    heading(2, "Storage"),
    `Lines go to the data stream ${inlineCode(`${indexPrefix}-VERSION`)}, where VERSION is Filebeat's. An index holds one day and is deleted ${keepDays} days after that. Filebeat installs this policy, ${inlineCode(indexPrefix)}, when it starts.`,
    ...indexCommand(deploy, stored),
    heading(2, "Search"),
    [
      kibana === undefined ? "1. Open Kibana" : `1. Open Kibana at ${kibana}`,
      ` and sign in as ${inlineCode(user)}, with the password in ${inlineCode(`secrets/${password.name}`)}.\n`,
      `2. The first time only: in Stack Management, Data Views, create a data view with the index pattern ${pattern} and the timestamp field ${inlineCode("@timestamp")}.\n`,
      `3. Open Discover, choose a time range, and search with KQL, for example:`,
    ].join(""),
    codeBlock("text", queries(model.logs).join("\n")),
  ];
}

function indexCommand(deploy: Compose, { indexPrefix, user }: ElasticsearchLogs): string[] {
  const url = hostUrl("elasticsearch", deploy);
  if (url === undefined) return [];
  return [
    `List the indices and their sizes (asks for the password of ${escapeMarkdown(user)}):`,
    codeBlock("sh", `curl -u ${user} ${shellQuote(`${url}/_cat/indices/${indexPrefix}-*?v&s=index`)}`),
  ];
}

/** Queries that the fields of these sources can answer. */
function queries(logs: readonly LogModel[]): string[] {
  const [first] = logs;
  const access = logs.find(({ format }) => format === "access lines");
  const tags = [...new Set(logs.flatMap((log) => log.tags))];
  return [
    ...(first ? [`service.name : ${quoted(first.service)} and log.level : "error"`] : []),
    ...(first ? [`event.dataset : ${quoted(first.dataset)} and message : "failed"`] : []),
    ...(access ? [`event.dataset : ${quoted(access.dataset)} and http.response.status_code >= 500`] : []),
    ...(access ? [`event.dataset : ${quoted(access.dataset)} and event.duration > 1000000000`] : []),
    ...tags.map((tag) => `tags : ${quoted(tag)}`),
    'tags : "unparsed"',
  ];
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** With which rights Filebeat writes: where they are given, and by whom. */
function roleSection(logs: Logs): string[] {
  if (logs.output === "logstash") return [];
  const { name, body } = writerRole(logs);
  const may = `It can bring its index template and its lifecycle policy, and add lines; it can read none.`;
  return [
    heading(2, "Filebeat's role"),
    logs.hosts
      ? `Filebeat signs in as ${inlineCode(logs.user)}. ${may} Whoever keeps that Elasticsearch makes the role ${inlineCode(name)} and gives it to the user:`
      : `Filebeat signs in as ${inlineCode(name)}, with a role of that name. ${may} ${inlineCode("filebeat-login")} makes both before Filebeat starts, with a password that nobody needs to know:`,
    codeBlock("text", `PUT _security/role/${name}\n${JSON.stringify(body, undefined, 2)}`),
  ];
}

/** Filebeat's own log. */
function ownLogSection(): string[] {
  const { path, name, keepfiles } = ownLogs.files;
  return [
    heading(2, "Filebeat's own log"),
    `Filebeat writes one file a day to ${inlineCode(path)} in its container and keeps the last ${keepfiles}; ${inlineCode("docker compose logs filebeat")} only has what went wrong before logging started. To see the latest lines:`,
    codeBlock(
      "sh",
      `docker compose exec filebeat bash -c 'tail -n 50 "$(ls -t ${path}/${name}* | head -n 1)"'`,
    ),
  ];
}

/** Lines that a service wrote and nobody can find. */
function missingLines(model: Model): string[] {
  const folders = logFolders(model).map(({ service }) => logFolder(service.name));
  const asks =
    shippedLogs(model)?.output === "elasticsearch"
      ? "Elasticsearch accepts its lines"
      : "Logstash accepts its lines";
  return [
    heading(2, "Lines are missing"),
    codeBlock(
      "sh",
      [
        "docker compose ps filebeat    # healthy: it runs and its output is reachable",
        ...folders.map(
          (folder) =>
            `docker compose exec filebeat bash -c ${shellQuote(`ls -l ${folder}`)}    # the files it can see`,
        ),
      ].join("\n"),
    ),
    [
      `- **No such container**: ${inlineCode("COMPOSE_PROFILES=logs")} is not in ${inlineCode(".env")}.`,
      `- **Not healthy**: its health check tests whether ${asks}; its own log says why not.`,
      `- **The files are not there**: ${inlineCode(".env")} names another folder.`,
      `- **A new file is not read**: Filebeat starts reading at 128 bytes, because it identifies a file by how it starts.`,
      `- **Lines have the wrong time**: the service logs in another time zone than the one above, or the line is ${inlineCode("unparsed")}.`,
    ].join("\n"),
  ];
}
