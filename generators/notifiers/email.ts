import * as z from "zod";
import type { EmailOptions } from "../language/notifier.ts";
import { named } from "../shape-values.ts";
import type { NotifierType } from "./notifier.ts";
import { use } from "./template.ts";

/**
 * The e-mail as a page. Alertmanager escapes the values, those in addresses too: an address that is put together here, such
 * as that of a silence, would be escaped twice. Styles are in the tags, because mail programs drop style sheets.
 */
const page = `{{ define "signalbox.email_html" -}}
<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif">
<h2 style="border-left: 6px solid {{ template "signalbox.color" . }}; padding-left: 8px">{{ template "signalbox.title" . }}</h2>
<p>{{ template "signalbox.counts" . }}.
<a href="{{ template "signalbox.runbook_url" . }}">Runbook</a>,
<a href="{{ template "signalbox.dashboard_url" . }}">dashboard</a>,
<a href="{{ .ExternalURL }}">Alertmanager</a></p>
{{- range .Alerts }}
<h3>{{ .Status | toUpper }} {{ $name := .Labels.alertname -}}
{{ with .Annotations.runbook_url }}<a href="{{ . }}">{{ $name }}</a>{{ else }}{{ $name }}{{ end }}{{ with .Labels.severity }} ({{ . }}){{ end }}</h3>
{{- with .Annotations.summary }}
<p><strong>{{ . }}</strong></p>{{ end }}
{{- with .Annotations.description }}
<p>{{ . }}</p>{{ end }}
{{- with .Annotations.impact }}
<p>Impact: {{ . }}</p>{{ end }}
<p>{{ template "signalbox.labels" . }}<br>
since {{ .StartsAt.UTC.Format "2006-01-02 15:04:05 MST" }}</p>
{{- end }}
</body>
</html>
{{- end }}`;

export const email: NotifierType<EmailOptions> = {
  word: "email",
  section: "email_configs",
  config: ({ to }) => ({
    to,
    send_resolved: true,
    headers: { Subject: use("title") },
    html: use("email_html"),
    text: use("text"),
  }),
  templates: () => [page],
  label: ({ to }) => `e-mail to ${to}`,
  // That of the mail server belongs to the platform.
  secrets: () => [],
  usesMail: true,
  shape: z.object({
    to: named(
      /^[^\s@,]+@[^\s@,]+$/,
      "write one address, such as team@shop.internal; for several addresses write several notifiers",
    ),
  }),
  texts: { html: ["html"], optional: [], limits: {} },
};
