import type { Severity } from "../language/severity.ts";

/** A template of ours, filled in with the whole notification. */
export function use(template: string): string {
  return `{{ template "signalbox.${template}" . }}`;
}

/** What whoever is woken opens first, second and third. */
export const links = [
  { text: "Runbook", template: "runbook_url" },
  { text: "Dashboard", template: "dashboard_url" },
  { text: "Silence", template: "silence_url" },
] as const;

/**
 * A template that goes through the severities from the mildest to the worst, so that the worst has the last word. When
 * nothing fires any more, the alerts that are over count.
 *
 * @param say what stands for a severity; a literal of Go's templates is made of it
 * @param none what stands for an alert that has no severity of ours, which is taken for harmless
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
