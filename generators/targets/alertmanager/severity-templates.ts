import type { Severity } from "../../language/severity.ts";
import { ofTheWorst } from "../../notifiers/template.ts";

/** What depends on the worst severity in a notification; an alert that has none of ours is taken for harmless. */
export function severityTemplates(severities: Readonly<Record<string, Severity>>): string[] {
  return [
    ofTheWorst("severity", severities, ({ name }) => name, "unknown"),
    `{{ define "signalbox.color" -}}
{{ if .Alerts.Firing }}{{ template "signalbox.firing_color" . }}{{ else }}${colors.green}{{ end }}
{{- end }}`,
    ofTheWorst("firing_color", severities, ({ color }) => colors[color], colors.blue),
  ];
}

/** The colours that Grafana shows by these names, so that a message and its panel look alike. */
const colors: Readonly<Record<Severity["color"], string>> = {
  red: "#F2495C",
  orange: "#FF9830",
  yellow: "#FADE2A",
  blue: "#5794F2",
  green: "#73BF69",
};
