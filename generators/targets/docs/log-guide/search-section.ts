import type { Compose } from "../../../language/compose.ts";
import type { ElasticsearchLogs } from "../../../language/logs.ts";
import type { LogModel } from "../../../model/log-model.ts";
import type { Model } from "../../../model/model.ts";
import { codeBlock, escapeMarkdown, heading, inlineCode } from "../../../text/markdown.ts";
import { hostUrl } from "../../parts/host-url.ts";
import { shellQuote } from "../../parts/shell-quote.ts";

/** Where the lines are kept, and how they are found again in Kibana. */
export function searchSection(model: Model, stored: ElasticsearchLogs): string[] {
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
