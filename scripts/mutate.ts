import { fileURLToPath } from "node:url";
import { exitCodes, refuseUse, runCommand } from "./command-line.ts";
import { mutate } from "./mutate/mutate.ts";
import { mutationProgress } from "./mutate/progress.ts";
import { reportMutation } from "./mutate/report.ts";
import { selectProofs } from "./mutate/select-proofs.ts";
import { mutationSubject } from "./mutate/subject.ts";
import { writeReports } from "./mutate/write-reports.ts";
import { problemList } from "./problem-list.ts";
import { lookForTool } from "./tools/find-tool.ts";
import { statusLine } from "./tools/status-line.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const command = {
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
} as const;

process.exitCode = await runCommand(command, process.argv.slice(2), async (options) => {
  const { changed, base, rule } = options;
  if (changed && rule !== undefined) {
    return refuseUse(command.name, "Options '--changed' and '--rule' exclude each other.");
  }
  if (base !== undefined && !changed)
    return refuseUse(command.name, "Option '--base' goes with '--changed'.");
  const subject = await mutationSubject(root);
  if ("problems" in subject) {
    process.stderr.write(problemList(subject.problems, "no mutant was tried", process.stderr));
    return exitCodes.problem;
  }
  const { model, unproven } = subject;
  const selected = await selectProofs(subject.proofs, { changed, base, rule }, root);
  if ("complaint" in selected) return refuseUse(command.name, selected.complaint);
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
  if (outcome.kind === "tried") process.stdout.write(writeReports(outcome.results, scope, root));
  process.stderr.write(report.stderr);
  return report.exitCode;
});
