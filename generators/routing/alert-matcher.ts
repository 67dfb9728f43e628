import type { LabelMatch } from "../model/routing-model.ts";
import type { Severity } from "../language/alert.ts";
import { compileRe2 } from "../promql/re2.ts";

/** One condition on one label, as Alertmanager has it. */
export interface AlertMatcher {
  readonly label: string;
  readonly op: "=" | "=~";
  /** For `=~` a pattern in RE2, anchored at both ends by Alertmanager. */
  readonly value: string;
}

/** The matchers of a route or an inhibition, in a fixed order: alert name, severity, service, then other labels by name. */
export function matchersOf(match: LabelMatch): AlertMatcher[] {
  const { alertname, severity, service, labels = {} } = match;
  const others = Object.keys(labels).sort();
  return [
    ...matcher("alertname", alertname),
    ...matcher("severity", severityNames(severity)),
    ...matcher("service", service),
    ...others.flatMap((label) => matcher(label, labels[label])),
  ];
}

export function severityNames(severity: LabelMatch["severity"]): readonly string[] | string | undefined {
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

/** What is known of an alert's labels before it fires. A label that is not here is surely missing, which is an empty value. */
export type KnownLabels = ReadonlyMap<string, KnownValue>;
/** One value, one of several, or any. */
export type KnownValue =
  | { readonly kind: "one"; readonly value: string }
  | { readonly kind: "some"; readonly values: readonly string[] }
  | { readonly kind: "any" };

/** The values that a label may have; undefined: any. */
export function valuesOf(known: KnownValue): readonly string[] | undefined {
  if (known.kind === "any") return undefined;
  return known.kind === "one" ? [known.value] : known.values;
}

const missing: KnownValue = { kind: "one", value: "" };

/** For labels whose value is not known before, an alert may fit. */
export type Fit = "yes" | "no" | "maybe";

/** Whether an alert with these labels fits all of the matchers. */
export function fits(matchers: readonly AlertMatcher[], labels: KnownLabels): Fit {
  return fitting(matchers)(labels);
}

/** The same question for many alerts: patterns are compiled once. */
export function fitting(matchers: readonly AlertMatcher[]): (labels: KnownLabels) => Fit {
  const tests = matchers.map(({ label, op, value }) => ({
    label,
    matches:
      op === "=" ? (text: string) => text === value : compileRe2(value, { dot: "no line break" }).matches,
  }));
  return (labels) => allOf(tests.map(({ label, matches }) => fitsOne(matches, labels.get(label) ?? missing)));
}

/** Of several conditions that must all hold. */
export function allOf(answers: readonly Fit[]): Fit {
  if (answers.includes("no")) return "no";
  return answers.includes("maybe") ? "maybe" : "yes";
}

function fitsOne(matches: ((text: string) => boolean) | undefined, known: KnownValue): Fit {
  const values = valuesOf(known);
  // Of a pattern that is none nothing can be said; Alertmanager refuses it.
  if (!values || !matches) return "maybe";
  const matching = values.filter(matches);
  if (matching.length === 0) return "no";
  return matching.length === values.length ? "yes" : "maybe";
}
