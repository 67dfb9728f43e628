import type { AlertMatch } from "../../definitions/language/alert-match.ts";
import type { Severity } from "../../definitions/language/severity.ts";
import { compileRe2 } from "../promql/re2.ts";

/** One condition on one label, as Alertmanager has it. */
export interface AlertMatcher {
  readonly label: string;
  readonly op: "=" | "=~";
  /** For `=~` a pattern in RE2, anchored at both ends by Alertmanager. */
  readonly value: string;
}

/** The matchers of a route or an inhibition, in a fixed order: alert name, severity, service, then other labels by name. */
export function matchersOf(match: AlertMatch): AlertMatcher[] {
  const { alertname, severity, service, labels = {} } = match;
  const others = Object.keys(labels).sort();
  return [
    ...matcher("alertname", alertname),
    ...matcher("severity", severityNames(severity)),
    ...matcher("service", service),
    ...others.flatMap((label) => matcher(label, labels[label])),
  ];
}

function severityNames(severity: AlertMatch["severity"]): readonly string[] | string | undefined {
  if (severity === undefined) return undefined;
  return isOne(severity) ? severity.name : severity.map(({ name }) => name);
}

function isOne(severity: Severity | readonly Severity[]): severity is Severity {
  return !Array.isArray(severity);
}

function matcher(label: string, wanted: string | readonly string[] | RegExp | undefined): AlertMatcher[] {
  if (wanted === undefined) return [];
  if (typeof wanted === "string") return [{ label, op: "=", value: wanted }];
  if (wanted instanceof RegExp) return [{ label, op: "=~", value: patternText(wanted) }];
  return [{ label, op: "=~", value: wanted.map(escapePattern).join("|") }];
}

/** A JavaScript pattern as RE2 has it: its flags stand in the text, and a slash needs no escape. */
function patternText({ source, flags }: RegExp): string {
  const kept = [...flags].filter((flag) => "ims".includes(flag)).join("");
  const text = source.replace(/\\([\s\S])/g, (escape, escaped) => (escaped === "/" ? "/" : escape));
  return kept === "" ? text : `(?${kept})${text}`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** What is known of an alert's labels before it rings. A label that is not here is surely missing, which is an empty value. */
export type KnownLabels = ReadonlyMap<string, KnownValue>;
/** One of these values, or anything. */
export type KnownValue = { readonly kind: "some"; readonly values: readonly string[] } | { readonly kind: "any" };

/** What a label is known to be that is missing. */
export const missingLabel: KnownValue = { kind: "some", values: [""] };

/** Whether an alert with these labels fits: for labels whose value is not known before, it may. */
export function fits(matchers: readonly AlertMatcher[], labels: KnownLabels): "yes" | "no" | "maybe" {
  const answers = matchers.map((matcher) => fitsOne(matcher, labels.get(matcher.label) ?? missingLabel));
  if (answers.includes("no")) return "no";
  return answers.includes("maybe") ? "maybe" : "yes";
}

function fitsOne({ op, value }: AlertMatcher, known: KnownValue): "yes" | "no" | "maybe" {
  if (known.kind === "any") return "maybe";
  const matches = op === "=" ? (text: string) => text === value : compileRe2(value).matches;
  // A pattern that is none: Alertmanager refuses it, so nothing can be said of what it matches.
  if (!matches) return "maybe";
  const matching = known.values.filter(matches);
  if (matching.length === 0) return "no";
  return matching.length === known.values.length ? "yes" : "maybe";
}
