import type { AlertMatcher } from "../../routing/alert-matcher.ts";

/**
 * A matcher as Alertmanager's strict parser takes it: `severity="critical"`, `service=~"a|b"`. The value is always quoted:
 * without quotes the two parsers of Alertmanager read some values differently.
 */
export function matcherText({ label, op, value }: AlertMatcher): string {
  return `${plainLabel.test(label) ? label : quoted(label)}${op}${quoted(value)}`;
}

/** Other labels than these are legal in UTF-8 mode, but must be quoted. */
const plainLabel = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
