import { command } from "./command-line.ts";
import { withNamesOf } from "./project/names-of-folders.ts";
import { lookForTool } from "./tools/find-tool.ts";
import { withProgress } from "./tools/progress.ts";
import { isContinuousIntegration } from "./validate/continuous-integration.ts";

const progress = "judging out/ by promtool, amtool, blackbox_exporter, docker-compose, dclint and schemas …";

export const validateCommand = command({
  name: "validate",
  summary: "Judges out/ by the real tools and by strict schemas; changes nothing.",
  options: {
    "allow-missing": { type: "boolean", help: "go on without a tool that cannot be had; not in CI" },
  },
  complaint: ({ "allow-missing": allowMissing = false }) =>
    allowMissing && isContinuousIntegration(process.env)
      ? "Option '--allow-missing' is refused in CI, where nothing may be skipped."
      : undefined,
  run: async ({ "allow-missing": allowMissing = false }, project) => {
    // Loaded only now: whoever asks for help need not wait for all the judges.
    const { validate } = await import("./validate/validate.ts");
    const { reportValidation } = await import("./validate/report.ts");
    const outcome = await withProgress(progress, sayOnTerminal, () => validate(project, lookForTool));
    // Counted from the start of the process, as a person counts.
    const report = reportValidation(outcome, { allowMissing, time: performance.now() });
    process.stdout.write(withNamesOf(project, report.stdout));
    process.stderr.write(withNamesOf(project, report.stderr));
    return report.exitCode;
  },
});

function sayOnTerminal(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`);
}
