import * as z from "zod";
import type { TelegramOptions } from "../language/notifier.ts";
import { secretOfFile, such, wholeNumber } from "../shape-values.ts";
import { onOneLine } from "./message.ts";
import type { NotifierType } from "./notifier.ts";
import { use } from "./template.ts";

/**
 * Telegram accepts no longer message, and instead of one Alertmanager sends only a sentence that says so:
 * https://core.telegram.org/bots/api#sendmessage
 */
const mostCharacters = 4096;

/** For the alerts; the rest is for the first line and the links. */
const mostOfAlerts = 2800;

/**
 * A message as HTML of Telegram, which knows <b> and <a>. Alertmanager escapes what the page itself contains; the alerts are put
 * together as text before, which is the only way to know whether one more still fits.
 */
const message = `{{ define "signalbox.telegram_html" -}}
<b>[{{ if .Alerts.Firing }}{{ template "signalbox.severity" . }}{{ else }}resolved{{ end }}] {{ "" -}}
{{ with .CommonLabels.alertname }}{{ printf "%.80s" ${onOneLine(".")} }}{{ else }}{{ len .Alerts }} alerts{{ end }}
{{- with .CommonLabels.service }} ({{ printf "%.80s" ${onOneLine(".")} }}){{ end }}</b>: {{ template "signalbox.counts" . }}
{{- $shown := "" }}{{ $rest := false }}
${everyAlert(".Alerts.Firing")}
${everyAlert(".Alerts.Resolved")}
{{- $shown | safeHtml }}{{ if $rest }}

Not all are shown in full.{{ end }}

<a href="{{ template "signalbox.runbook_url" . }}">Runbook</a>, {{ "" -}}
<a href="{{ template "signalbox.dashboard_url" . }}">dashboard</a>, <a href="{{ .ExternalURL }}">Alertmanager</a>
{{- end }}`;

function config({ botToken, chatId, topic }: TelegramOptions) {
  return {
    bot_token_file: botToken.path,
    chat_id: chatId,
    message_thread_id: topic,
    send_resolved: true,
    parse_mode: "HTML",
    message: use("telegram_html"),
  };
}

export const telegram: NotifierType<TelegramOptions> = {
  word: "telegram",
  section: "telegram_configs",
  config,
  templates: () => [message],
  label: ({ chatId, topic }) =>
    topic === undefined ? `Telegram chat ${chatId}` : `Telegram chat ${chatId}, topic ${topic}`,
  secrets: ({ botToken }) => [botToken],
  usesMail: false,
  shape: z.object({
    botToken: secretOfFile,
    chatId: such(
      z.number(),
      (id) => Number.isSafeInteger(id) && id !== 0,
      "write the number of the chat; that of a group is negative",
    ),
    topic: wholeNumber(1, Number.MAX_SAFE_INTEGER, "write the number of the topic, 1 or higher").optional(),
  }),
  texts: { html: ["message"], optional: [], limits: { message: mostCharacters } },
  message: {
    body(options, { sayHtml }) {
      const { chat_id, message_thread_id, parse_mode, message } = config(options);
      return { chat_id, text: sayHtml(message), parse_mode, message_thread_id };
    },
    read: ["text"],
    unsaid: ["disable_web_page_preview"],
  },
};

/** Puts each alert of a list behind what is shown, as long as there is room, or at least its name. `html` escapes, and "%.300s" cuts before that. */
function everyAlert(list: string): string {
  return `{{- range ${list} }}
{{- $one := printf "\\n\\n<b>%s %s</b>" (.Status | toUpper) (html (printf "%.80s" ${onOneLine(".Labels.alertname")})) }}
{{- with .Labels.severity }}{{ $one = printf "%s (%s)" $one (html (printf "%.40s" ${onOneLine(".")})) }}{{ end }}
{{- $short := $one }}
{{- with .Annotations.summary }}{{ $one = printf "%s\\n%s" $one (html (printf "%.300s" ${onOneLine(".")})) }}{{ end }}
{{- with .Annotations.description }}{{ $one = printf "%s\\n%s" $one (html (printf "%.500s" .)) }}{{ end }}
{{- with .Annotations.impact }}{{ $one = printf "%s\\nImpact: %s" $one (html (printf "%.300s" .)) }}{{ end }}
{{- $labels := "" }}
{{- range (.Labels.Remove (stringSlice "alertname" "severity")).SortedPairs }}
{{- $label := printf "%s=%s" .Name ${onOneLine(".Value")} }}
{{- if $labels }}{{ $labels = printf "%s, %s" $labels $label }}{{ else }}{{ $labels = $label }}{{ end }}
{{- end }}
{{- $one = printf "%s\\nLabels: %s" $one (html (printf "%.300s" $labels)) }}
{{- $one = printf "%s\\nSince: %s" $one (.StartsAt.UTC.Format "2006-01-02 15:04:05 MST") }}
{{- if eq .Status "resolved" }}{{ $one = printf "%s\\nUntil: %s" $one (.EndsAt.UTC.Format "2006-01-02 15:04:05 MST") }}{{ end }}
{{- $next := printf "%s%s" $shown $one }}
{{- if le (len $next) ${mostOfAlerts} }}{{ $shown = $next }}{{ else }}{{ $rest = true }}
{{- $next = printf "%s%s" $shown $short }}{{ if le (len $next) ${mostOfAlerts} }}{{ $shown = $next }}{{ end }}
{{- end }}
{{- end }}`;
}
