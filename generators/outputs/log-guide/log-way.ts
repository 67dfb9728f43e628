import type { Stack } from "../../language/stack.ts";
import { escapeMarkdown, inlineCode } from "../../text/markdown.ts";

/** The way of a line, in a sentence or two. */
export function logWay({ logs }: Stack): string {
  const read = "Filebeat reads the log files of the services, takes each line apart, and";
  if (logs.output === "logstash") {
    return `${read} hands it to Logstash at ${(logs.logstashHosts ?? []).map(escapeMarkdown).join(", ")}. How long it is kept, and where it can be searched, is said there.`;
  }
  return `${read} hands it to Elasticsearch, which keeps it for ${logs.keepDays} days in ${inlineCode(`${logs.indexPrefix}-*`)}. Kibana searches there.`;
}
