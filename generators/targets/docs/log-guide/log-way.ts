import type { Logs } from "../../../language/logs.ts";
import { escapeMarkdown, inlineCode } from "../../../text/markdown.ts";

/** The way of a line, in a sentence or two. */
export function logWay(logs: Logs): string {
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
