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

function config({ to }: EmailOptions) {
  return {
    to,
    send_resolved: true,
    headers: { Subject: use("title") },
    html: use("email_html"),
    text: use("text"),
  };
}

export const email: NotifierType<EmailOptions> = {
  word: "email",
  section: "email_configs",
  config,
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
  texts: {
    html: ["html"],
    optional: [],
    // A line of an e-mail has at most 998 characters, its name included, and Alertmanager folds none:
    // https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1
    limits: { "headers.Subject": 998 - "Subject: ".length },
  },
  message: {
    body(options, { say, sayHtml }) {
      const { to, headers, html, text } = config(options);
      return { To: to, Subject: say(headers.Subject), html: sayHtml(html), text: say(text) };
    },
    read: ["Subject", "text", "html"],
    unsaid: [],
  },
};
