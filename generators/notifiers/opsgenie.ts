import * as z from "zod";
import type { OpsgenieOptions, OpsgenieResponder } from "../language/notifier.ts";
import type { Severity } from "../language/alert.ts";
import { named, secretOfFile, shortList } from "../shape-values.ts";
import { messageTemplates, plainText, type Dialect } from "./message.ts";
import { cut, type NotifierPlatform, type NotifierType } from "./notifier.ts";
import { links, ofTheWorst, use } from "./template.ts";

/** Opsgenie takes anything that looks like an HTML tag for one: `<1m>` would be gone. */
const escaped: Dialect = {
  ...plainText,
  prefix: "opsgenie_",
  value: (expression) => `{{ template "signalbox.opsgenie_value" ${expression} }}`,
};

const value = `{{ define "signalbox.opsgenie_value" -}}
{{ reReplaceAll "<" "&lt;" (reReplaceAll \`&(#?\\w+;)\` "&amp;$1" .) }}
{{- end }}`;

const written = named(/^(?!\s*$)[^{]*$/, "write the name as Opsgenie shows it");

function config(
  { apiKey, region, responders, tags }: OpsgenieOptions,
  { deploy }: Pick<NotifierPlatform, "deploy">,
) {
  return {
    api_key_file: apiKey.path,
    // The other one is Alertmanager's default.
    api_url: region === "eu" ? "https://api.eu.opsgenie.com/" : undefined,
    send_resolved: true,
    message: use("opsgenie_title"),
    description: use("opsgenie_text"),
    source: deploy.name,
    entity: "{{ .CommonLabels.service }}",
    priority: use("opsgenie_priority"),
    responders: responders?.map(responderSection),
    tags: tags?.join(","),
    // Otherwise an open alert would keep the text from when it was opened.
    update_alerts: true,
    details: Object.fromEntries(links.map(({ text, template }) => [text, use(template)])),
  };
}

/** Alertmanager truncates the message to all that Opsgenie accepts; the description has all of it. */
const mostOfMessage = 130;

export const opsgenie: NotifierType<OpsgenieOptions> = {
  word: "opsgenie",
  section: "opsgenie_configs",
  config,
  templates: ({ severities }) => [
    value,
    ofTheWorst("opsgenie_priority", severities, priorityOf, "P5"),
    ...messageTemplates(escaped),
  ],
  label: ({ responders = [] }) =>
    ["Opsgenie", responders.map(({ type, name }) => `${type} ${name}`).join(" and ")]
      .filter((words) => words !== "")
      .join(" to "),
  secrets: ({ apiKey }) => [apiKey],
  usesMail: false,
  shape: z.object({
    apiKey: secretOfFile,
    responders: z.array(z.object({ name: written })).optional(),
    tags: shortList(
      named(/^[^,{]{1,50}$/, "write a tag of at most 50 characters, without a comma"),
      20,
      "write at most 20 tags",
    ).optional(),
  }),
  // https://support.atlassian.com/opsgenie/docs/update-an-alerts-description
  texts: { html: [], optional: ["entity"], limits: { description: 15_000 } },
  message: {
    body(options, { say, notification: { isFiring, labels } }, platform) {
      const entry = config(options, platform);
      // It is closed by its alias.
      if (!isFiring) return { source: entry.source };
      const details = Object.entries(entry.details).map(([name, text]) => [name, say(text)] as const);
      return {
        message: cut(say(entry.message), mostOfMessage),
        description: say(entry.description),
        details: { ...labels, ...Object.fromEntries(details) },
        source: entry.source,
        responders: entry.responders,
        tags: options.tags,
        priority: say(entry.priority),
        entity: say(entry.entity),
      };
    },
    read: ["message", "description"],
    unsaid: ["alias"],
  },
};

function responderSection({ type, name }: OpsgenieResponder): object {
  return { [type === "user" ? "username" : "name"]: name, type };
}

/** By rank, from P1 to P5, which is the lowest. */
function priorityOf({ rank }: Severity): string {
  return `P${Math.min(Math.max(rank, 1), 5)}`;
}
