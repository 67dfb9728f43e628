import type { LogModel } from "../../model/log-model.ts";
import type { Model } from "../../model/model.ts";
import { codeBlock, escapeMarkdown, heading, inlineCode } from "../../text/markdown.ts";
import { hostUrl } from "../parts/host-url.ts";
import { shellQuote } from "../parts/shell-quote.ts";

/** Where the lines are kept, and how they are found again in Kibana. */
export function searchSection(model: Model): string[] {
  const { stack } = model.platform;
  const { indexPrefix, keepDays, elasticsearchUser } = stack.logs;
  const pattern = inlineCode(`${indexPrefix}-*`);
  const kibana = hostUrl("kibana", stack);
  return [
    heading(2, "Kept"),
    `In the data stream ${inlineCode(`${indexPrefix}-VERSION`)}, where VERSION is that of Filebeat. An index takes the lines of one day and is deleted ${keepDays} days after its last one. Filebeat brings this policy, ${inlineCode(indexPrefix)}, along when it starts.`,
    ...indexCommand(model),
    heading(2, "Search"),
    [
      kibana === undefined ? "1. Open Kibana" : `1. Open Kibana at ${kibana}`,
      ` and sign in as ${inlineCode(elasticsearchUser)}, with the password in ${inlineCode(`secrets/${stack.logs.elasticsearchPassword.name}`)}.\n`,
      `2. Only the first time: Stack Management, Data Views, Create: the index pattern is ${pattern}, the timestamp field ${inlineCode("@timestamp")}.\n`,
      `3. Open Discover, choose the time, and ask in KQL:`,
    ].join(""),
    codeBlock("text", queries(model.logs).join("\n")),
  ];
}

function indexCommand({ platform: { stack } }: Model): string[] {
  const url = hostUrl("elasticsearch", stack);
  if (url === undefined) return [];
  const { indexPrefix, elasticsearchUser } = stack.logs;
  return [
    `What is there, and how large it is; it asks for the password of ${escapeMarkdown(elasticsearchUser)}:`,
    codeBlock(
      "sh",
      `curl -u ${elasticsearchUser} ${shellQuote(`${url}/_cat/indices/${indexPrefix}-*?v&s=index`)}`,
    ),
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
