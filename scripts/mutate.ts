import { command, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { mutate } from "./mutate/mutate.ts";
import { mutationProgress } from "./mutate/progress.ts";
import { reportMutation } from "./mutate/report.ts";
import { selectProofs, type Selection } from "./mutate/select-proofs.ts";
import { mutationSubject } from "./mutate/subject.ts";
import { writeReports } from "./mutate/write-reports.ts";
import { problemList } from "./problem-list.ts";
import type { Project } from "./project/project.ts";
import { lookForTool } from "./tools/find-tool.ts";
import { statusLine } from "./tools/status-line.ts";

export const mutateCommand = command({
  name: "mutate",
  summary: "Puts slips into the rules, one at a time, and says which ones their proofs do not notice.",
  options: {
    changed: { type: "boolean", help: "only rules that differ from the git base, or whose proofs do" },
    base: {
      type: "string",
      value: "COMMIT",
      help: "the git base of --changed; left out: origin/main, or HEAD",
    },
    rule: { type: "string", value: "NAME", help: "only this alert or recording" },
  },
  complaint: ({ changed, base, rule }) => {
    if (changed && rule !== undefined) return "Options '--changed' and '--rule' exclude each other.";
    return base !== undefined && !changed ? "Option '--base' goes with '--changed'." : undefined;
  },
  run: runMutate,
});

async function runMutate(selection: Selection, project: Project): Promise<ExitCode> {
  const subject = await mutationSubject(project);
  if ("problems" in subject) {
    process.stderr.write(problemList(subject.problems, "no mutant was tried", process.stderr));
    return exitCodes.problem;
  }
  const { model, unproven } = subject;
  const selected = await selectProofs(subject.proofs, selection, project);
  if ("complaint" in selected) return refuseUse("mutate", selected.complaint);
  const search = await lookForTool("promtool");
  if (!search.found) {
    process.stderr.write(`${search.missing.message}\n`);
    return exitCodes.problem;
  }
  const { proofs, what } = selected;
  const line = statusLine(process.stderr);
  const outcome = await mutate({ model, proofs, promtool: search.tool, ...mutationProgress(line) });
  line.clear();
  // Counted from the start of the process, as a person counts.
  const scope = { what, unproven, milliseconds: performance.now() };
  const report = reportMutation(outcome, scope);
  process.stdout.write(report.stdout);
  if (outcome.kind === "tried") process.stdout.write(writeReports(outcome.results, scope, project.root));
  process.stderr.write(report.stderr);
  return report.exitCode;
}
