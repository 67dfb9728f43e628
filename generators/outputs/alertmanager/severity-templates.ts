import type { Severity } from "../../language/severity.ts";

/** What depends on the worst severity in a notification; an alert that has none of ours is taken for harmless. */
export function severityTemplates(severities: readonly Severity[]): string[] {
  const mildestFirst = [...severities].sort((a, b) => b.rank - a.rank);
  return [
    ofTheWorst("severity", mildestFirst, ({ name }) => name, "unknown"),
    ofTheWorst("pagerduty_severity", mildestFirst, pagerDutySeverity, "info"),
    `{{ define "signalbox.color" -}}
{{ if .Alerts.Firing }}{{ template "signalbox.firing_color" . }}{{ else }}${colors.green}{{ end }}
{{- end }}`,
    ofTheWorst("firing_color", mildestFirst, ({ color }) => colors[color], colors.blue),
  ];
}

/**
 * A template that goes through the severities from the mildest to the worst, so that the worst has the last word. When
 * nothing fires any more, the alerts that are over count.
 */
function ofTheWorst(
  name: string,
  mildestFirst: readonly Severity[],
  say: (severity: Severity) => string,
  none: string,
): string {
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

/** PagerDuty knows four. A severity of the same name keeps it; others go by rank. */
const pagerDutySeverities = ["critical", "error", "warning", "info"] as const;

function pagerDutySeverity({ name, rank }: Severity): string {
  const same = pagerDutySeverities.find((known) => known === name);
  return same ?? pagerDutySeverities[Math.max(rank, 1) - 1] ?? "info";
}

/** The colours that Grafana shows by these names, so that a message and its panel look alike. */
const colors: Readonly<Record<Severity["color"], string>> = {
  red: "#F2495C",
  orange: "#FF9830",
  yellow: "#FADE2A",
  blue: "#5794F2",
  green: "#73BF69",
};
