import { fileURLToPath } from "node:url";
import { refuseUse, runCommand } from "./command-line.ts";
import { lookForTool } from "./tools/find-tool.ts";
import { withProgress } from "./tools/progress.ts";
import { isContinuousIntegration } from "./validate/continuous-integration.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const command = {
  name: "validate",
  summary: "Judges out/ by the real tools and by strict schemas; changes nothing.",
  options: {
    "allow-missing": { type: "boolean", help: "go on without a tool that cannot be had; not in CI" },
  },
} as const;

const progress = "judging out/ by the real tools and by strict schemas …";

process.exitCode = await runCommand(command, process.argv.slice(2), async (options) => {
  const { "allow-missing": allowMissing = false } = options;
  if (allowMissing && isContinuousIntegration(process.env)) {
    return refuseUse(
      command.name,
      "Option '--allow-missing' is refused in CI, where nothing may be skipped.",
    );
  }
  // Loaded only now: whoever asks for help need not wait for all the judges.
  const { validate } = await import("./validate/validate.ts");
  const { reportValidation } = await import("./validate/report.ts");
  const outcome = await withProgress(progress, sayOnTerminal, () => validate(root, lookForTool));
  // Counted from the start of the process, as a person counts.
  const report = reportValidation(outcome, { allowMissing, time: performance.now() });
  process.stdout.write(report.stdout);
  process.stderr.write(report.stderr);
  return report.exitCode;
});

function sayOnTerminal(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`);
}
