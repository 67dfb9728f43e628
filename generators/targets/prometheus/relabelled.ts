import { compileRe2 } from "../../promql/re2.ts";
import { dataAt, itemsAt, textAt } from "../validation/untyped-data.ts";

export type LabelsOfTarget = Readonly<Record<string, string>>;

/** What Prometheus makes of the labels of a target by the `relabel_configs` of its job; only steps that replace are known. */
export function relabelled(steps: readonly unknown[], found: LabelsOfTarget): LabelsOfTarget {
  return steps.reduce((labels: LabelsOfTarget, step) => {
    const joined = itemsAt(step, "source_labels").map((name) => labels[String(name)] ?? "");
    const match = patternOf(step)?.exec(joined.join(textAt(step, "separator") ?? ";"));
    const target = textAt(step, "target_label");
    const { [target ?? ""]: _, ...others } = labels;
    if (!match || target === undefined) return labels;
    const value = filledIn(textAt(step, "replacement") ?? "$1", match);
    return value === "" ? others : { ...labels, [target]: value };
  }, found);
}

/** What is stored of a series by the `metric_relabel_configs` of its job; undefined: nothing. */
export function storedBy(steps: readonly unknown[], answered: LabelsOfTarget): LabelsOfTarget | undefined {
  let labels: LabelsOfTarget | undefined = answered;
  for (const step of steps) {
    if (labels === undefined) return undefined;
    const action = textAt(step, "action") ?? "replace";
    if (action === "replace") labels = relabelled([step], labels);
    else if (action === "labeldrop") labels = withoutLabels(step, labels);
    else if (isChosen(step, labels) !== (action === "keep")) labels = undefined;
  }
  return labels;
}

function withoutLabels(step: unknown, labels: LabelsOfTarget): LabelsOfTarget {
  const pattern = new RegExp(`^(?:${textAt(step, "regex") ?? ""})$`, "s");
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !pattern.test(name)));
}

function isChosen(step: unknown, labels: LabelsOfTarget): boolean {
  const joined = itemsAt(step, "source_labels").map((name) => labels[String(name)] ?? "");
  const { matches } = compileRe2(textAt(step, "regex") ?? "(.*)");
  return matches?.(joined.join(textAt(step, "separator") ?? ";")) === true;
}

/** Undefined where the step does something else than to replace. */
function patternOf(step: unknown): RegExp | undefined {
  if ((dataAt(step, "action") ?? "replace") !== "replace") return undefined;
  const regex = textAt(step, "regex") ?? "(.*)";
  return new RegExp(`^(?:${regex.replace(/^\(\?i\)/, "")})$`, regex.startsWith("(?i)") ? "is" : "s");
}

/** `$1` and `${1}` are what was found, `$$` is a dollar sign. */
function filledIn(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (written, plain?: string, braced?: string) =>
    written === "$$" ? "$" : (match[Number(plain ?? braced)] ?? ""),
  );
}
