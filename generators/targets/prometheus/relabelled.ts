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

/** Undefined where the step does something else than to replace. */
function patternOf(step: unknown): RegExp | undefined {
  if ((dataAt(step, "action") ?? "replace") !== "replace") return undefined;
  return new RegExp(`^(?:${textAt(step, "regex") ?? "(.*)"})$`, "s");
}

/** `$1` and `${1}` are what was found, `$$` is a dollar sign. */
function filledIn(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (written, plain?: string, braced?: string) =>
    written === "$$" ? "$" : (match[Number(plain ?? braced)] ?? ""),
  );
}
