import { checks } from "../../generators/checks/index.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleFile } from "./rule-files.ts";
import type { Outcomes, WordedRule } from "./worded-rule.ts";

/** What a person must answer: the build asks for it at its place. */
const leftToPeople: ReadonlySet<string> = new Set([
  "placeholders-are-filled",
  // A severity that the platform did not have needs a route, which says who is notified.
  "alerts-reach-a-receiver",
  "alerts-have-a-rule-test",
  "recordings-have-a-rule-test",
]);

/** What is wrong with a scenario, and not with its alert. */
const ofScenario: ReadonlySet<string> = new Set([
  "alerts-have-a-rule-test",
  "levels-fit-their-unit",
  "scenarios-cross-the-threshold",
]);

/** What no reason makes right: the rule gives nothing, cannot be read, holds what nobody may read, or has a name that no file can have. */
const refusing: ReadonlySet<string> = new Set([
  ...checks.filter(({ suppressible }) => suppressible === false).map(({ id }) => id),
  "expressions-are-valid",
  "recordings-can-be-computed",
  "no-secret-values",
]);

export interface Decided {
  readonly outcomes: Outcomes;
  /** Problems of no rule, which stay. */
  readonly others: readonly Problem[];
  /** Whether anything is new in the outcomes. */
  readonly isNew: boolean;
}

/** Brings the problems of a build to the rules at whose lines they are. */
export function decided(
  problems: readonly Problem[],
  files: readonly RuleFile[],
  rules: readonly WordedRule[],
  before: Outcomes,
): Decided {
  const asText = new Map(before.asText);
  const refused = new Map(before.refused);
  const allowed = new Map(before.allowed);
  const open = new Map(before.open);
  const others: Problem[] = [];
  let isNew = false;
  for (const problem of problems.flatMap(atEachLine)) {
    const rule = ruleAt(problem, files);
    const isLeftOpen = / leaves its (?:scenario|example) open: /.test(problem.message);
    if (rule && ofScenario.has(problem.check) && !open.has(rule) && !isLeftOpen) {
      isNew = true;
      open.set(rule, reasonOf(problem));
      continue;
    }
    if (leftToPeople.has(problem.check)) continue;
    if (!rule) {
      others.push(problem);
      continue;
    }
    isNew = true;
    if (problem.check === "allowances-apply") {
      allowed.set(rule, without(allowed.get(rule), problem));
      continue;
    }
    const isCode = problem.check === "definitions-compile" || problem.check === "definitions-load";
    const isText = rules.some((one) => one.rule === rule && one.expr.kind === "text");
    if (isCode && !isText) asText.set(rule, reasonOf(problem));
    else if (isCode || refusing.has(problem.check)) refused.set(rule, reasonOf(problem));
    else allowed.set(rule, new Map([...(allowed.get(rule) ?? []), [problem.check, allowance(problem)]]));
  }
  return { outcomes: { asText, refused, allowed, open }, others, isNew };
}

/** What another round made right needs no allowance any more. */
function without(
  all: ReadonlyMap<string, string> = new Map(),
  { message }: Problem,
): ReadonlyMap<string, string> {
  return new Map([...all].filter(([check]) => !message.includes(check)));
}

/** The compiler says the same of several lines once. */
function atEachLine(problem: Problem): Problem[] {
  const [, lines = ""] = /; also in lines? ([\d, and]+)$/.exec(problem.fix ?? "") ?? [];
  const others = (lines.match(/\d+/g) ?? []).map(Number);
  return [problem, ...others.map((line) => ({ ...problem, place: { ...problem.place, line } }))];
}

/** The rule whose lines a problem is in. */
function ruleAt({ place }: Problem, files: readonly RuleFile[]): InputRule | undefined {
  const lines = files.find(({ path }) => path === place.file)?.lines ?? new Map<InputRule, number>();
  const before = [...lines].filter(([, line]) => line <= place.line);
  return before.sort(([, a], [, b]) => b - a)[0]?.[0];
}

function reasonOf({ message }: Problem): string {
  return message.split("\n")[0] ?? message;
}

function allowance({ check, message }: Problem): string {
  if (check === "alerts-have-a-panel") return "imported without a dashboard";
  if (check === "recordings-are-used") return "imported without what reads it";
  const [first = message] = message.split(/\n|; the same at /);
  return `as it was imported: ${first.replace(/^(?:alert|recording) "[^"]*":? /, "")}`;
}
