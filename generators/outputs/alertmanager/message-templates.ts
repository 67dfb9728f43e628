/**
 * At most this many alerts are written out in one message: about 400 characters each, they fit the 4096 that Discord takes,
 * and nobody reads more on a telephone.
 */
const mostShown = 8;

const counts = `{{ define "signalbox.counts" -}}
{{ with .Alerts.Firing }}{{ len . }} firing{{ end }}
{{- if and .Alerts.Firing .Alerts.Resolved }}, {{ end }}
{{- with .Alerts.Resolved }}{{ len . }} resolved{{ end }}
{{- end }}`;

// One line for the screen of a telephone, the worst first: [high] TicketShopFailing (ticket-shop): 2.1% fail
const title = `{{ define "signalbox.title" -}}
[{{ if .Alerts.Firing }}{{ template "signalbox.severity" . }}{{ else }}resolved{{ end }}] {{ "" -}}
{{ with .CommonLabels.alertname }}{{ . }}{{ else }}{{ len .Alerts }} alerts{{ end }}
{{- with .CommonLabels.service }} ({{ . }}){{ end }}: {{ "" -}}
{{ if gt (len .Alerts) 1 }}{{ template "signalbox.counts" . }}
{{- else }}{{ with .CommonAnnotations.summary }}{{ . }}{{ else }}{{ template "signalbox.counts" $ }}{{ end }}{{ end }}
{{- end }}`;

// The name and the severity stand in the first line; the other labels tell where it is.
const labels = `{{ define "signalbox.labels" -}}
{{ range $index, $label := (.Labels.Remove (stringSlice "alertname" "severity")).SortedPairs -}}
{{ if $index }}, {{ end }}{{ $label.Name }}={{ $label.Value }}
{{- end }}
{{- end }}`;

const alert = `{{ define "signalbox.alert" -}}
{{ .Status | toUpper }} {{ .Labels.alertname }}{{ with .Labels.severity }} ({{ . }}){{ end }}
{{- with .Annotations.summary }}
{{ . }}{{ end }}
{{- with .Annotations.description }}
{{ . }}{{ end }}
{{- with .Annotations.impact }}
Impact: {{ . }}{{ end }}
Labels: {{ template "signalbox.labels" . }}
Since: {{ .StartsAt.UTC.Format "2006-01-02 15:04:05 MST" }}
{{- if eq .Status "resolved" }}
Until: {{ .EndsAt.UTC.Format "2006-01-02 15:04:05 MST" }}{{ end }}
{{- with .Annotations.runbook_url }}
Runbook: {{ . }}{{ end }}
{{- end }}`;

const alerts = `{{ define "signalbox.alerts" -}}
{{ range $index, $alert := . }}{{ if lt $index ${mostShown} -}}
{{ if $index }}

{{ end }}{{ template "signalbox.alert" $alert }}
{{- end }}{{ end }}
{{- if gt (len .) ${mostShown} }}

${mostShown} of {{ len . }} are shown.
{{- end }}
{{- end }}`;

const text = `{{ define "signalbox.text" -}}
{{ template "signalbox.counts" . }}
{{- with .Alerts.Firing }}

{{ template "signalbox.alerts" . }}{{ end }}
{{- with .Alerts.Resolved }}

{{ template "signalbox.alerts" . }}{{ end }}
{{- end }}`;

/**
 * Plain text that reads the same in Slack, Discord, PagerDuty and a plain e-mail: their ways to make text bold differ, and
 * all of them make addresses clickable.
 */
export const messageTemplates: readonly string[] = [counts, title, labels, alert, alerts, text];
