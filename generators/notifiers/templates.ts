import type { Severity } from "../language/alert.ts";
import type { Platform } from "../language/platform.ts";
import { remembered } from "../remembered.ts";
import { parseTemplates } from "../text/go-template/parse.ts";
import type { Templates } from "../text/go-template/tree.ts";
import { counts, messageTemplates, plainText } from "./message.ts";
import { notifierTemplates } from "./of-receivers.ts";
import { ofTheWorst } from "./template.ts";

/** What notifications are made of, besides the alerts. */
export type TextPlatform = Pick<Platform, "deploy" | "severities" | "receivers" | "docsUrl" | "externalUrls">;

/**
 * The texts of notifications. They rest on nothing that Alertmanager brings along: Debian's amtool, which tries them out,
 * has no default templates.
 */
export function templateTexts(platform: TextPlatform): string[] {
  return [
    ...severityTemplates(platform.severities),
    ...linkTemplates(platform),
    counts,
    ...messageTemplates(plainText),
    ...notifierTemplates(Object.values(platform.receivers), platform),
  ];
}

/** The same, read. */
export const templatesOf: (platform: TextPlatform) => Templates = remembered((platform: TextPlatform) =>
  parseTemplates(templateTexts(platform).join("\n\n")),
);

/** What depends on the worst severity in a notification; an alert that has none of ours is taken for harmless. */
function severityTemplates(severities: Readonly<Record<string, Severity>>): string[] {
  return [
    ofTheWorst("severity", severities, ({ name }) => name, "unknown"),
    `{{ define "signalbox.color" -}}
{{ if .Alerts.Firing }}{{ template "signalbox.firing_color" . }}{{ else }}${colors.green}{{ end }}
{{- end }}`,
    ofTheWorst("firing_color", severities, ({ color }) => colors[color], colors.blue),
  ];
}

/** The colours that Grafana shows by these names, so that a message and its panel look alike. */
const colors: Readonly<Record<Severity["color"], string>> = {
  red: "#F2495C",
  orange: "#FF9830",
  yellow: "#FADE2A",
  blue: "#5794F2",
  green: "#73BF69",
};

/**
 * The addresses of a notification. None of them is ever empty, because Slack refuses a button without an address: alerts
 * that share no runbook or dashboard lead to the list of all.
 */
function linkTemplates({ docsUrl, externalUrls }: Pick<Platform, "docsUrl" | "externalUrls">): string[] {
  return [
    annotationOr("runbook_url", `${docsUrl}/alerts/README.md`),
    annotationOr("dashboard_url", `${externalUrls.grafana}/dashboards`),
    `{{ define "signalbox.alertmanager_url" -}}
{{ .ExternalURL }}/#/alerts?receiver={{ template "signalbox.in_url" .Receiver }}
{{- end }}`,
    silenceUrl,
    inUrl,
  ];
}

function annotationOr(annotation: string, otherwise: string): string {
  return `{{ define "signalbox.${annotation}" -}}
{{ with .CommonAnnotations.${annotation} }}{{ . }}{{ else }}${otherwise}{{ end }}
{{- end }}`;
}

// Opens the form for a new silence with the labels that all alerts share: {name="value",…}, with quotes in a value escaped.
const silenceUrl = `{{ define "signalbox.silence_url" -}}
{{ .ExternalURL }}/#/silences/new?filter=%7B
{{- range $index, $label := .CommonLabels.SortedPairs }}{{ if $index }}%2C{{ end }}
{{- $label.Name }}%3D%22{{ template "signalbox.in_url" (reReplaceAll \`(["\\\\])\` \`\\$1\` $label.Value) }}%22
{{- end }}%7D
{{- end }}`;

// urlquery writes a space as +, which Alertmanager's page would show as +.
const inUrl = `{{ define "signalbox.in_url" }}{{ reReplaceAll \`[+]\` "%20" (. | urlquery) }}{{ end }}`;
