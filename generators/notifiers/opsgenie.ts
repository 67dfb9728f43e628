import * as z from "zod";
import type { OpsgenieOptions, OpsgenieResponder } from "../language/notifier.ts";
import type { Severity } from "../language/severity.ts";
import { named, secretOfFile, shortList } from "../shape-values.ts";
import { messageTemplates, plainText, type Dialect } from "./message.ts";
import type { NotifierType } from "./notifier.ts";
import { links, ofTheWorst, use } from "./template.ts";

/** Opsgenie takes what looks like a tag of HTML for one: `<1m>` would be gone. */
const escaped: Dialect = {
  ...plainText,
  prefix: "opsgenie_",
  value: (expression) => `{{ template "signalbox.opsgenie_value" ${expression} }}`,
};

const value = `{{ define "signalbox.opsgenie_value" -}}
{{ reReplaceAll "<" "&lt;" (reReplaceAll \`&(#?\\w+;)\` "&amp;$1" .) }}
{{- end }}`;

const written = named(/^(?!\s*$)[^{]*$/, "write it as Opsgenie shows it");

export const opsgenie: NotifierType<OpsgenieOptions> = {
  word: "opsgenie",
  section: "opsgenie_configs",
  config: ({ apiKey, region, responders, tags }, { deploy }) => ({
    api_key_file: apiKey.path,
    // Alertmanager knows the other one by itself.
    api_url: region === "eu" ? "https://api.eu.opsgenie.com/" : undefined,
    send_resolved: true,
    // Alertmanager cuts it after 130, which is all that Opsgenie takes; the description has it whole.
    message: use("opsgenie_title"),
    description: use("opsgenie_text"),
    source: deploy.name,
    entity: "{{ .CommonLabels.service }}",
    priority: use("opsgenie_priority"),
    responders: responders?.map(responderSection),
    tags: tags?.join(","),
    // Or an open alert would go on saying what was so when it was opened.
    update_alerts: true,
    details: Object.fromEntries(links.map(({ text, template }) => [text, use(template)])),
  }),
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
  texts: { html: [], optional: ["entity"], limits: { description: 15_000 } },
  leaks: [
    [
      "an Opsgenie key",
      /\b(?:GenieKey\s+|api_?key["']?\s*[:=]\s*["']?)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i,
    ],
  ],
};

function responderSection({ type, name }: OpsgenieResponder): object {
  return { [type === "user" ? "username" : "name"]: name, type };
}

/** By rank, from P1 to P5, the least that there is. */
function priorityOf({ rank }: Severity): string {
  return `P${Math.min(Math.max(rank, 1), 5)}`;
}
