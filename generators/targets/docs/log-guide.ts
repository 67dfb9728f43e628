import type { Compose } from "../../language/compose.ts";
import type { ElasticsearchLogs, Logs } from "../../language/logs.ts";
import type { LogModel } from "../../model/log-model.ts";
import { shippedLogs, storedLogs } from "../../model/log-shipping.ts";
import type { Model, ServiceModel } from "../../model/model.ts";
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
import { logFolders } from "../compose/log-folders.ts";
import { ownLogs } from "../filebeat/config.ts";
import { logFolder } from "../filebeat/container.ts";
import { hostUrl } from "../parts/host-url.ts";
import { shellQuote } from "../parts/shell-quote.ts";
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

/** The way of a line, in a sentence or two. */
function logWay(logs: Logs): string {
  const read = "Filebeat reads the log files of the services, takes each line apart, and";
  const places = (hosts: readonly string[]): string => hosts.map(escapeMarkdown).join(", ");
  if (logs.output === "logstash") {
    return `${read} hands it to Logstash at ${places(logs.hosts)}. How long it is kept, and where it can be searched, is said there.`;
  }
  const kept = `which keeps it for ${logs.keepDays} days in ${inlineCode(`${logs.indexPrefix}-*`)}`;
  return logs.hosts
    ? `${read} hands it to Elasticsearch at ${places(logs.hosts)}, ${kept}. Where it can be searched is said there.`
    : `${read} hands it to Elasticsearch, ${kept}. Kibana searches there.`;
}

/** The log files of each service that has some. */
function sourceSections({ services, logs }: Model): string[] {
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
function formatSection({ logs }: Pick<Model, "logs">, { timeZone }: Logs): string[] {
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

/** What every line has after it was taken apart. */
export const lineFields: Readonly<Record<string, string>> = {
  "@timestamp": "When the line was written",
  "log.level": "In small letters",
  message: "What stands behind the level",
  "service.name": "The service, as in the label `service` of its metrics",
  "event.dataset": "Which kind of file it comes from: the table above",
  "log.file.path": "The file, as Filebeat's container sees it",
};

/** What a line of a request has besides. */
export const requestFields: Readonly<Record<string, string>> = {
  "http.request.method": "GET, POST …",
  "url.original": "The address as it was asked for",
  "url.path": "The same without what follows the question mark",
  "url.query": "What follows the question mark, if there is one",
  "http.response.status_code": "A number",
  "event.duration": "In nanoseconds: a second is 1000000000",
  "client.address":
    "Who asked; as `client.ip` and `source.ip` too, when it is an address of the internet protocol",
};

/** The fields of a line with what is in them; those of requests only where some source has them. */
function fieldTable({ logs }: Pick<Model, "logs">): string {
  const hasTags = logs.some(({ tags }) => tags.length > 0);
  const hasRequests = logs.some(({ format }) => format === "access lines");
  const fields = {
    ...lineFields,
    ...(hasTags ? { tags: "What the tables above say, and `unparsed`" } : { tags: "`unparsed`, or nothing" }),
    ...(hasRequests ? requestFields : {}),
  };
  return table(
    ["field", "what is in it"],
    Object.entries(fields).map(([name, meaning]) => [inlineCode(name), meaning]),
  );
}

/** Where the lines are kept, and how they are found again in Kibana. */
function searchSection(model: Model, stored: ElasticsearchLogs): string[] {
  const { deploy } = model.platform;
  const { indexPrefix, keepDays, user, password } = stored;
  const pattern = inlineCode(`${indexPrefix}-*`);
  const kibana = hostUrl("kibana", deploy);
  return [
    heading(2, "Kept"),
    `In the data stream ${inlineCode(`${indexPrefix}-VERSION`)}, where VERSION is that of Filebeat. An index takes the lines of one day and is deleted ${keepDays} days after its last one. Filebeat brings this policy, ${inlineCode(indexPrefix)}, along when it starts.`,
    ...indexCommand(deploy, stored),
    heading(2, "Search"),
    [
      kibana === undefined ? "1. Open Kibana" : `1. Open Kibana at ${kibana}`,
      ` and sign in as ${inlineCode(user)}, with the password in ${inlineCode(`secrets/${password.name}`)}.\n`,
      `2. Only the first time: Stack Management, Data Views, Create: the index pattern is ${pattern}, the timestamp field ${inlineCode("@timestamp")}.\n`,
      `3. Open Discover, choose the time, and ask in KQL:`,
    ].join(""),
    codeBlock("text", queries(model.logs).join("\n")),
  ];
}

function indexCommand(deploy: Compose, { indexPrefix, user }: ElasticsearchLogs): string[] {
  const url = hostUrl("elasticsearch", deploy);
  if (url === undefined) return [];
  return [
    `What is there, and how large it is; it asks for the password of ${escapeMarkdown(user)}:`,
    codeBlock("sh", `curl -u ${user} ${shellQuote(`${url}/_cat/indices/${indexPrefix}-*?v&s=index`)}`),
  ];
}

/** Questions that the fields of these sources can answer. */
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

/** What Filebeat writes about itself. */
function ownLogSection(): string[] {
  const { path, name, keepfiles } = ownLogs.files;
  return [
    heading(2, "What Filebeat says of itself"),
    `Filebeat writes a file a day into ${inlineCode(path)} of its container and keeps the last ${keepfiles}; ${inlineCode("docker compose logs filebeat")} has only what went wrong before that. The newest lines:`,
    codeBlock(
      "sh",
      `docker compose exec filebeat bash -c 'tail -n 50 "$(ls -t ${path}/${name}* | head -n 1)"'`,
    ),
  ];
}

/** Lines that a service wrote and nobody finds. */
function missingLines(model: Model): string[] {
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
