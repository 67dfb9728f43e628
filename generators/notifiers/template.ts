import type { Severity } from "../language/alert.ts";

/** A template of ours, filled in with the whole notification. */
export function use(template: string): string {
  return `{{ template "signalbox.${template}" . }}`;
}

/** What the person on call opens first, second and third. */
export const links = [
  { text: "Runbook", template: "runbook_url" },
  { text: "Dashboard", template: "dashboard_url" },
  { text: "Silence", template: "silence_url" },
] as const;

/**
 * A template that goes through the severities from the mildest to the worst, so that the worst has the last word. When
 * nothing is firing any more, the resolved alerts count.
 *
 * @param say the text for a severity; a literal of Go's templates is made of it
 * @param none the text for an alert that has none of our severities, which is considered harmless
 */
export function ofTheWorst(
  name: string,
  severities: Readonly<Record<string, Severity>>,
  say: (severity: Severity) => string,
  none: string,
): string {
  const mildestFirst = Object.values(severities).sort((a, b) => b.rank - a.rank);
  const steps = mildestFirst.map(
    (severity) =>
      `{{ range $alerts }}{{ if eq .Labels.severity "${severity.name}" }}{{ $worst = "${say(severity)}" }}{{ end }}{{ end -}}`,
  );
  return `{{ define "signalbox.${name}" -}}
{{ $alerts := .Alerts.Firing }}{{ if not $alerts }}{{ $alerts = .Alerts.Resolved }}{{ end -}}
{{ $worst := "${none}" -}}
${steps.map((step) => `${step}\n`).join("")}{{ $worst }}
{{- end }}`;
}
