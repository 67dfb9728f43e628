import type {
  MetricRelabelling,
  Replacement,
  SeriesChoice,
  TextChoice,
} from "../language/metric-relabelling.ts";
import { escapePattern, labelMatcher, patternText } from "../language/expression/selector.ts";
import { acceptedBy } from "../promql/label-value.ts";
import type { LabelMatcher } from "../promql/tree.ts";
import { escapeMarkdown, inlineCode } from "../text/markdown.ts";

/** The label under which Prometheus has the name of a series. */
export const nameLabel = "__name__";

/** A step of a job, with patterns as Prometheus has them. */
export type MetricStep =
  | { readonly action: "keep" | "drop"; readonly matchers: readonly LabelMatcher[] }
  | { readonly action: "drop label"; readonly label: string }
  | { readonly action: "replace"; readonly label: string; readonly pattern: string; readonly to: string };

export function metricSteps(written: readonly MetricRelabelling[]): MetricStep[] {
  return written.map((step) => {
    if ("keep" in step) return { action: "keep", matchers: matchersOf(step.keep) };
    if ("drop" in step) return { action: "drop", matchers: matchersOf(step.drop) };
    if ("dropLabel" in step) return { action: "drop label", label: step.dropLabel };
    return replacing(step.replace);
  });
}

function matchersOf({ metric, labels = {} }: SeriesChoice): LabelMatcher[] {
  const matcher = (name: string, wanted: TextChoice) => labelMatcher(name, wanted, false);
  return [
    ...(metric === undefined ? [] : [matcher(nameLabel, metric)]),
    ...Object.entries(labels).map(([name, wanted]) => matcher(name, wanted)),
  ];
}

function replacing({ label = nameLabel, metric = "", from = metric, to }: Replacement): MetricStep {
  const pattern = typeof from === "string" ? escapePattern(from) : patternText(from, label);
  return { action: "replace", label, pattern, to };
}

/** What no name and hardly a label has, between several of them. */
const separator = "\u001f";

/** The steps as they stand in prometheus.yml. */
export function relabellingSection(steps: readonly MetricStep[]): object[] {
  return steps.map((step) => {
    switch (step.action) {
      case "keep":
      case "drop":
        return choiceSection(step);
      case "drop label":
        return { regex: step.label, action: "labeldrop" };
      case "replace":
        return {
          source_labels: [step.label],
          regex: step.pattern,
          target_label: step.label,
          replacement: step.to,
        };
    }
  });
}

function choiceSection({ action, matchers }: Extract<MetricStep, { action: "keep" | "drop" }>): object {
  const patterns = matchers.map(({ op, value }) => (op === "=" ? escapePattern(value) : value));
  const isOne = patterns.length === 1;
  return {
    source_labels: matchers.map(({ name }) => name),
    separator: isOne ? undefined : separator,
    regex: isOne ? patterns[0] : patterns.map((pattern) => `(?:${pattern})`).join(separator),
    action,
  };
}

/** A series with all its labels, its name among them. */
export type StoredLabels = Readonly<Record<string, string>>;

/** What is stored of a series; undefined: nothing. */
export function storedAfter(steps: readonly MetricStep[], answered: StoredLabels): StoredLabels | undefined {
  let labels = answered;
  for (const step of steps) {
    if ("matchers" in step) {
      const isChosen = step.matchers.every((matcher) => acceptedBy(matcher)(labels[matcher.name] ?? ""));
      if (isChosen !== (step.action === "keep")) return undefined;
    } else {
      labels = withValue(labels, step.label, step.action === "replace" ? replaced(step, labels) : "");
    }
  }
  return labels;
}

/** An empty label is none. */
function withValue(labels: StoredLabels, label: string, value: string): StoredLabels {
  const { [label]: _, ...others } = labels;
  return value === "" ? others : { ...labels, [label]: value };
}

function replaced(
  { label, pattern, to }: Extract<MetricStep, { action: "replace" }>,
  labels: StoredLabels,
): string {
  return replacedValue({ pattern, to }, labels[label] ?? "");
}

/** What becomes of a text that a step replaces. */
export function replacedValue(
  { pattern, to }: { readonly pattern: string; readonly to: string },
  value: string,
): string {
  const flags = pattern.startsWith("(?i)") ? "is" : "s";
  const found = new RegExp(`^(?:${pattern.replace(/^\(\?i\)/, "")})$`, flags).exec(value);
  if (!found) return value;
  return to.replace(/\$(?:\$|(\d+)|\{(\d+)\})/g, (text, plain?: string, braced?: string) =>
    text === "$$" ? "$" : (found[Number(plain ?? braced)] ?? ""),
  );
}

const opposite = { "=": "!=", "!=": "=", "=~": "!~", "!~": "=~" } as const;

/** What a label of series of these names must be so that no step drops them, as far as it hangs on this label alone. */
export function labelConditions(steps: readonly MetricStep[], names: readonly string[]): LabelMatcher[] {
  return steps.flatMap((step) => {
    if (!("matchers" in step)) return [];
    const isOfName = ({ name }: LabelMatcher) => name === nameLabel;
    const isAbout = step.matchers.filter(isOfName).every((one) => names.some(acceptedBy(one)));
    const labels = step.matchers.filter((one) => !isOfName(one));
    if (step.action === "keep") return labels;
    const [only, ...others] = labels;
    return isAbout && only && others.length === 0 ? [{ ...only, op: opposite[only.op] }] : [];
  });
}

/** What a reader must know of the steps, as items of a list in Markdown. */
export function relabellingNotes(steps: readonly MetricStep[]): string[] {
  return steps.map((step) => {
    switch (step.action) {
      case "keep":
        return `Of its answer only ${choiceText(step.matchers)} is stored`;
      case "drop":
        return `Of its answer ${choiceText(step.matchers)} is not stored`;
      case "drop label":
        return `Stored without the label ${inlineCode(step.label)}`;
      case "replace": {
        const what = step.label === nameLabel ? "The name" : `The label ${inlineCode(step.label)}`;
        const to = step.to === "" ? "without it" : `as ${inlineCode(step.to)}`;
        return `${what} is stored ${to} where it is like ${inlineCode(step.pattern)}`;
      }
    }
  });
}

function choiceText(matchers: readonly LabelMatcher[]): string {
  const texts = matchers.map(({ name, op, value }) => {
    const what = name === nameLabel ? "the name" : name;
    return `${escapeMarkdown(what)} ${op === "=" ? "is" : "is like"} ${inlineCode(value)}`;
  });
  return `that of which ${texts.join(" and ")}`;
}
