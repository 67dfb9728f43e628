/**
 * The e-mail as a page. Alertmanager escapes the values, those in addresses too: an address that is put together here, such
 * as that of a silence, would be escaped twice. Styles stand in the tags, because mail programs drop style sheets.
 */
export const emailTemplate = `{{ define "signalbox.email_html" -}}
<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif">
<h2 style="border-left: 6px solid {{ template "signalbox.color" . }}; padding-left: 8px">{{ template "signalbox.title" . }}</h2>
<p>{{ template "signalbox.counts" . }}.
<a href="{{ template "signalbox.runbook_url" . }}">Runbook</a>,
<a href="{{ template "signalbox.dashboard_url" . }}">dashboard</a>,
<a href="{{ .ExternalURL }}">Alertmanager</a></p>
{{- range .Alerts }}
<h3>{{ .Status | toUpper }} {{ .Labels.alertname }}{{ with .Labels.severity }} ({{ . }}){{ end }}</h3>
{{- with .Annotations.summary }}
<p><strong>{{ . }}</strong></p>{{ end }}
{{- with .Annotations.description }}
<p>{{ . }}</p>{{ end }}
{{- with .Annotations.impact }}
<p>Impact: {{ . }}</p>{{ end }}
<p>{{ template "signalbox.labels" . }}<br>
since {{ .StartsAt.UTC.Format "2006-01-02 15:04:05 MST" }}
{{- with .Annotations.runbook_url }}, <a href="{{ . }}">runbook</a>{{ end }}</p>
{{- end }}
</body>
</html>
{{- end }}`;
