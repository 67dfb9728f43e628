/**
 * At most this many alerts are written out in one message: about 400 characters each, they fit the 4096 that Discord accepts,
 * and nobody reads more on a telephone.
 */
const mostShown = 8;

/** How one service reads the text of a message. */
export interface Dialect {
  /** Before the names of its templates: `msteams_`. */
  readonly prefix: string;
  /** What writes a value, given as an expression of Go's templates, so that it is shown literally: `{{ .Annotations.summary }}`. */
  readonly value: (expression: string) => string;
  /** The first line of an alert. */
  readonly headline: (line: string) => string;
  /** A link to an address, given as an expression. */
  readonly link: (text: string, expression: string) => string;
  /** What ends a line of an alert. */
  readonly lineBreak: string;
}

/** Plain text, for what knows no markup of its own: PagerDuty and a plain e-mail. Both make addresses clickable. */
export const plainText: Dialect = {
  prefix: "",
  value: (expression) => `{{ ${expression} }}`,
  headline: (line) => line,
  link: (text, expression) => `${text}: {{ ${expression} }}`,
  lineBreak: "\n",
};

/**
 * A value on one line, as an expression: a name, a label or a summary with a line break could else begin a line that reads like
 * another alert, or a second header of an e-mail.
 */
export function onOneLine(expression: string): string {
  return `(reReplaceAll "\\\\s*[\\\\r\\\\n]+\\\\s*" " " ${expression})`;
}

/** How many alerts are firing, and how many are resolved; it has no value of an alert. */
export const counts = `{{ define "signalbox.counts" -}}
{{ with .Alerts.Firing }}{{ len . }} firing{{ end }}
{{- if and .Alerts.Firing .Alerts.Resolved }}, {{ end }}
{{- with .Alerts.Resolved }}{{ len . }} resolved{{ end }}
{{- end }}`;

/** The templates `title` and `text` of a message, and what they are made of, all with the prefix before their names. */
export function messageTemplates(dialect: Dialect): string[] {
  return [title, labels, alert, alerts, text].map((write) => write(dialect));
}

// One line for the screen of a telephone, the worst first: [high] TicketShopFailing (ticket-shop): 2.1% fail
function title({ prefix, value }: Dialect): string {
  return `{{ define "signalbox.${prefix}title" -}}
[{{ if .Alerts.Firing }}{{ template "signalbox.severity" . }}{{ else }}resolved{{ end }}] {{ "" -}}
{{ with .CommonLabels.alertname }}${value(onOneLine("."))}{{ else }}{{ len .Alerts }} alerts{{ end }}
{{- with .CommonLabels.service }} (${value(onOneLine("."))}){{ end }}: {{ "" -}}
{{ if gt (len .Alerts) 1 }}{{ template "signalbox.counts" . }}
{{- else }}{{ with .CommonAnnotations.summary }}${value(onOneLine("."))}{{ else }}{{ template "signalbox.counts" $ }}{{ end }}{{ end }}
{{- end }}`;
}

// The name and the severity are in the first line; the other labels say where it is.
function labels({ prefix, value }: Dialect): string {
  return `{{ define "signalbox.${prefix}labels" -}}
{{ range $index, $label := (.Labels.Remove (stringSlice "alertname" "severity")).SortedPairs -}}
{{ if $index }}, {{ end }}${value("$label.Name")}=${value(onOneLine("$label.Value"))}
{{- end }}
{{- end }}`;
}

function alert({ prefix, value, headline, link, lineBreak }: Dialect): string {
  const first = headline(
    `{{ .Status | toUpper }} ${value(onOneLine(".Labels.alertname"))}{{ with .Labels.severity }} (${value(onOneLine("."))}){{ end }}`,
  );
  return `{{ define "signalbox.${prefix}alert" -}}
${first}
{{- with .Annotations.summary }}${lineBreak}${value(onOneLine("."))}{{ end }}
{{- with .Annotations.description }}${lineBreak}${value(".")}{{ end }}
{{- with .Annotations.impact }}${lineBreak}Impact: ${value(".")}{{ end }}
{{- with .Annotations.runbook_url }}${lineBreak}${link("Runbook", ".")}{{ end }}${lineBreak}Labels: {{ template "signalbox.${prefix}labels" . }}${lineBreak}Since: {{ .StartsAt.UTC.Format "2006-01-02 15:04:05 MST" }}
{{- if eq .Status "resolved" }}${lineBreak}Until: {{ .EndsAt.UTC.Format "2006-01-02 15:04:05 MST" }}{{ end }}
{{- end }}`;
}

function alerts({ prefix }: Dialect): string {
  return `{{ define "signalbox.${prefix}alerts" -}}
{{ range $index, $alert := . }}{{ if lt $index ${mostShown} -}}
{{ if $index }}

{{ end }}{{ template "signalbox.${prefix}alert" $alert }}
{{- end }}{{ end }}
{{- if gt (len .) ${mostShown} }}

${mostShown} of {{ len . }} are shown.
{{- end }}
{{- end }}`;
}

function text({ prefix }: Dialect): string {
  return `{{ define "signalbox.${prefix}text" -}}
{{ template "signalbox.counts" . }}
{{- with .Alerts.Firing }}

{{ template "signalbox.${prefix}alerts" . }}{{ end }}
{{- with .Alerts.Resolved }}

{{ template "signalbox.${prefix}alerts" . }}{{ end }}
{{- end }}`;
}
