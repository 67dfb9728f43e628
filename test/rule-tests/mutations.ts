import { durationInMs, formatDuration } from "../../generators/language/duration.ts";
import type { RuleEntry, RuleFile } from "../../generators/rule-tests/rule-test.ts";

/** A rule file in which one rule is wrong. */
export interface Mutation {
  readonly what: string;
  readonly ruleFile: RuleFile;
}

/** The comparison with a number that ends an expression. */
const threshold = /([<>]) (-?[\d.]+)$/;
const strictness = { "<": "<=", ">": ">=" } as const;

/** What must not go unnoticed in the rule `name`: its threshold, strictness, windows and `for`, each a little changed. */
export function mutationsOf(ruleFile: RuleFile, name: string): Mutation[] {
  const changes: Readonly<Record<string, (rule: RuleEntry) => RuleEntry>> = {
    "threshold × 0.9": (rule) => withThreshold(rule, 0.9),
    "threshold × 1.1": (rule) => withThreshold(rule, 1.1),
    "the other strictness": (rule) =>
      withExpr(rule, threshold, (_, op, value) => `${strictness[op as "<" | ">"]} ${value}`),
    "window halved": (rule) => withWindow(rule, 0.5),
    "window doubled": (rule) => withWindow(rule, 2),
    "for halved": (rule) => withFor(rule, 0.5),
    "for doubled": (rule) => withFor(rule, 2),
    "without for": (rule) => withFor(rule, 0),
  };
  return Object.entries(changes).flatMap(([what, change]) => {
    const mutated = changed(ruleFile, name, change);
    return JSON.stringify(mutated) === JSON.stringify(ruleFile) ? [] : [{ what, ruleFile: mutated }];
  });
}

function changed({ groups }: RuleFile, name: string, change: (rule: RuleEntry) => RuleEntry): RuleFile {
  const isMeant = (rule: RuleEntry) => (rule["alert"] ?? rule["record"]) === name;
  return {
    groups: groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => (isMeant(rule) ? change(rule) : rule)),
    })),
  };
}

function withExpr(rule: RuleEntry, part: RegExp, replace: (...found: string[]) => string): RuleEntry {
  return { ...rule, expr: String(rule["expr"]).replace(/\s+/g, " ").trim().replace(part, replace) };
}

function withThreshold(rule: RuleEntry, factor: number): RuleEntry {
  return withExpr(rule, threshold, (_, op, value) => `${op} ${Number(value) * factor}`);
}

function withWindow(rule: RuleEntry, factor: number): RuleEntry {
  // A last value that stands for half as long still stands for one scrape that fails.
  return withExpr(rule, /(?<!last_over_time\([^[]*)\[(\w+)\]/g, (_, window) => `[${times(window, factor)}]`);
}

function withFor(rule: RuleEntry, factor: number): RuleEntry {
  return rule["for"] === undefined ? rule : { ...rule, for: times(String(rule["for"]), factor) };
}

function times(duration: string | undefined, factor: number): string {
  return formatDuration((durationInMs(duration ?? "") ?? 0) * factor);
}
