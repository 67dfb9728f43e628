import { command } from "./command-line.ts";
import { withNamesOf } from "./project/project.ts";
import { lookForTools } from "./tools/find-tool.ts";
import { statusLine } from "./tools/status-line.ts";
import { isContinuousIntegration } from "./validate/continuous-integration.ts";

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
    const { watchOn } = await import("./validate/progress.ts");
    const line = statusLine(process.stderr);
    line.show("loading the definitions …");
    const outcome = await validate(project, (names) => lookForTools(names, { line }), watchOn(line));
    line.clear();
    // Counted from the start of the process, as a person counts.
    const report = reportValidation(outcome, { allowMissing, time: performance.now() });
    process.stdout.write(withNamesOf(project, report.stdout));
    process.stderr.write(withNamesOf(project, report.stderr));
    return report.exitCode;
  },
});
