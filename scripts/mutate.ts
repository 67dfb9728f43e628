import { command, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import type { Model } from "../generators/model/model.ts";
import type { Problem } from "../generators/problem.ts";
import type { RuleTest } from "../generators/rule-tests/rule-test.ts";
import { compileDefinitions } from "./build/compile-definitions.ts";
import { emptyShelf, openShelf } from "./kept/shelf.ts";
import { interruption } from "./mutate/interruption.ts";
import { type Extent, extentOf, extentText, othersText, type Selection } from "./mutate/extent.ts";
import { keptReport, type SoundRun } from "./mutate/kept-report.ts";
import { jsonMutation } from "./mutate/json-report.ts";
import { mutate, type MutateOutcome } from "./mutate/mutate.ts";
import { mutationProgress } from "./mutate/progress.ts";
import { reportMutation } from "./mutate/report.ts";
import { selectRuleTests } from "./mutate/select-rule-tests.ts";
import { isVerdict, type Verdict } from "./mutate/verdicts.ts";
import { writeReports } from "./mutate/write-reports.ts";
import { jsonProblems } from "./json-problems.ts";
import { problemList } from "./problem-list.ts";
import type { Project } from "./project/project.ts";
import { lookForTool } from "./tools/find-tool.ts";
import { neededByRules } from "./tools/needed-tools.ts";
import { statusLine } from "./tools/status-line.ts";

interface MutateValues extends Selection {
  /** Asks promtool again what it has said before. */
  readonly fresh?: boolean;
  readonly json?: boolean;
}

export const mutateCommand = command({
  name: "mutate",
  summary:
    "Makes one small mistake at a time in the rules, and reports which ones their tests do not notice.",
  options: {
    all: { type: "boolean", help: "all rules; default where there is no branch to compare, and in CI" },
    changed: {
      type: "boolean",
      help: "only rules that differ from the git base, or whose tests do; default on a branch",
    },
    base: {
      type: "string",
      value: "COMMIT",
      help: "the git base of --changed; default: where the branch left origin/main or main, or HEAD",
    },
    rule: { type: "string", value: "NAME", help: "only this alert or recording" },
    fresh: { type: "boolean", help: "try again what an earlier run has tried" },
    json: { type: "boolean", help: "say what came of it as JSON, for a program" },
  },
  complaint: ({ all, changed, base, rule }) => {
    if (changed && rule !== undefined) return "Options '--changed' and '--rule' cannot be used together.";
    if (all && changed) return "Options '--all' and '--changed' cannot be used together.";
    if (all && rule !== undefined) return "Options '--all' and '--rule' cannot be used together.";
    return base !== undefined && !changed ? "Option '--base' needs '--changed'." : undefined;
  },
  run: runMutate,
});

async function runMutate(
  { fresh = false, json = false, ...selection }: MutateValues,
  project: Project,
): Promise<ExitCode> {
  const extent = await extentOf(selection, project);
  if ("complaint" in extent) return refuseUse("mutate", extent.complaint);
  const kept = fresh ? undefined : await keptReport(project, extent);
  if (kept?.run) return report({ ...kept.run, problems: [], untried: 0 }, { extent, project, json });
  const subject = await mutationSubject(project);
  if ("problems" in subject) {
    if (json) process.stdout.write(jsonProblems(subject.problems));
    else process.stderr.write(problemList(subject.problems, "nothing was mutated", process.stderr));
    return exitCodes.problem;
  }
  const { model, untested } = subject;
  const selected = await selectRuleTests(subject.ruleTests, extent, project);
  if ("complaint" in selected) return refuseUse("mutate", selected.complaint);
  const search = await lookForTool("promtool", { needed: neededByRules(project.out) });
  if (!search.found) {
    process.stderr.write(`${search.missing.message}\n`);
    return exitCodes.problem;
  }
  const line = statusLine(process.stderr);
  const outcome = await mutate({
    model,
    ruleTests: selected.ruleTests,
    promtool: search.tool,
    shelf: fresh ? emptyShelf<Verdict>() : openShelf("mutants", project, isVerdict),
    signal: interruption(line),
    ...mutationProgress(line),
  });
  line.clear();
  const { results, problems, untried } = outcome;
  if (problems.length === 0 && untried === 0) await kept?.note({ results, untested });
  return report({ ...outcome, untested }, { extent, project, json });
}

interface Reporting {
  readonly extent: Extent;
  readonly project: Project;
  readonly json: boolean;
}

/** Prints and writes what became of it. */
function report(run: MutateOutcome & SoundRun, { extent, project, json }: Reporting): ExitCode {
  const { untested } = run;
  // Counted from the start of the process, as a person counts.
  const milliseconds = performance.now();
  const scope = { what: extentText(extent), others: othersText(extent), untested, milliseconds };
  const { stdout, stderr, exitCode } = json ? jsonMutation(run, scope) : reportMutation(run, scope);
  process.stdout.write(stdout);
  const written = writeReports(run, scope, project.root);
  if (!json) process.stdout.write(written);
  process.stderr.write(stderr);
  return exitCode;
}

/** What is mutated: the rules of the definitions, with their tests. */
type MutationSubject =
  | { readonly problems: readonly Problem[] }
  | { readonly model: Model; readonly ruleTests: readonly RuleTest[]; readonly untested: readonly string[] };

/** Definitions that do not compile have no rules to mutate. */
async function mutationSubject(project: Project): Promise<MutationSubject> {
  const { problems, model } = await compileDefinitions(project);
  if (model === undefined) return { problems };
  const hasTests = ({ testFile }: RuleTest) => testFile.tests.length > 0;
  const untested = model.ruleTests.filter((one) => !hasTests(one)).map(({ rule }) => rule.id);
  return { model, ruleTests: model.ruleTests.filter(hasTests), untested };
}
