import type { Platform } from "../../language/platform.ts";

/**
 * The addresses of a notification. None of them is ever empty, because Slack refuses a button without an address: alerts
 * that share no runbook or dashboard lead to the list of all.
 */
export function linkTemplates({
  docsUrl,
  externalUrls,
}: Pick<Platform, "docsUrl" | "externalUrls">): string[] {
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
