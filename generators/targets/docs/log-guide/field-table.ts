import type { Model } from "../../../model/model.ts";
import { inlineCode, table } from "../../../text/markdown.ts";

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
export function fieldTable({ logs }: Pick<Model, "logs">): string {
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
