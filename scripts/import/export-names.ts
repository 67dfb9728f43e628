import { groupBy } from "../../generators/group-by.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { camelCase, isVariableName, pascalCase } from "../code/names.ts";

/** What the export of each rule is called: after the rule, and where several have its name, after the labels in which they differ. */
export function exportNames(
  rules: readonly InputRule[],
  elsewhere: readonly string[],
): ReadonlyMap<InputRule, string> {
  const names = new Map<InputRule, string>();
  const taken = new Set<string>(elsewhere);
  for (const [, own] of groupBy(rules, ({ kind, name }) => `${kind} ${name}`)) {
    const differing = own.length > 1 ? differingLabels(own) : [];
    for (const rule of own) {
      const name = freeName(wantedName(rule, differing), taken);
      taken.add(name);
      names.set(rule, name);
    }
  }
  return names;
}

function wantedName({ kind, name, labels }: InputRule, differing: readonly string[]): string {
  const more = differing.map((label) => pascalCase(labels[label] ?? "")).join("");
  if (kind === "record") return `${camelCase(name)}${more}`;
  return `${/^[A-Z][A-Za-z0-9]*$/.test(name) ? name : capitalised(pascalWords(name))}${more}`;
}

/** The words of a name that is no identifier, each as its author spelt it. */
function pascalWords(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map(capitalised)
    .join("");
}

function capitalised(name: string): string {
  return /^\d/.test(name) ? `Alert${name}` : name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Labels of which rules of one name have several values; the severity says enough where it differs everywhere. */
function differingLabels(rules: readonly InputRule[]): readonly string[] {
  const all = [...new Set(rules.flatMap(({ labels }) => Object.keys(labels)))];
  const valuesOf = (label: string) => new Set(rules.map(({ labels }) => labels[label] ?? ""));
  const whole = all.find((label) => valuesOf(label).size === rules.length);
  return whole === undefined ? all.filter((label) => valuesOf(label).size > 1) : [whole];
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const name = isVariableName(wanted) ? wanted : `the${capitalised(wanted)}`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}
