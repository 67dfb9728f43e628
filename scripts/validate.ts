import { command } from "./command-line.ts";
import { isContinuousIntegration } from "./project/continuous-integration.ts";
import { withNamesOf, type Project } from "./project/project.ts";
import { lookForTools } from "./tools/find-tool.ts";
import { neededByRules } from "./tools/needed-tools.ts";
import { withCommands } from "./project/spoken-commands.ts";
import { statusLine } from "./tools/status-line.ts";
import type { ValidateOutcome } from "./validate/validate.ts";

export const validateCommand = command({
  name: "validate",
  summary: "Validates out/ with the real tools and strict schemas; changes nothing.",
  options: {
    "allow-missing": { type: "boolean", help: "skip what needs a tool that is not available; not in CI" },
    rule: {
      type: "string",
      value: "NAME",
      help: "only this alert or recording: its rule file and its rule test",
    },
    fresh: { type: "boolean", help: "ask every tool anew, whatever it said of the same files before" },
    json: { type: "boolean", help: "say what came of it as JSON, for a program" },
  },
  complaint: ({ "allow-missing": allowMissing = false }) =>
    allowMissing && isContinuousIntegration(process.env)
      ? "Option '--allow-missing' is not accepted in CI, where nothing may be skipped."
      : undefined,
  run: async (options, project) => {
    const { reportValidation } = await import("./validate/report.ts");
    const { jsonValidation } = await import("./validate/json-report.ts");
    const outcome = await outcomeFor(project, options);
    const allowMissing = options["allow-missing"] ?? false;
    // Counted from the start of the process, as a person counts.
    const time = performance.now();
    const report = options.json
      ? jsonValidation(outcome, { allowMissing })
      : reportValidation(outcome, { allowMissing, time });
    process.stdout.write(withNamesOf(project, report.stdout));
    process.stderr.write(withNamesOf(project, withCommands(report.stderr, process.env)));
    return report.exitCode;
  },
});

interface Wanted {
  readonly fresh?: boolean;
  readonly rule?: string;
}

async function outcomeFor(project: Project, wanted: Wanted): Promise<ValidateOutcome> {
  if (wanted.fresh || wanted.rule !== undefined) return outcomeOfTools(project, wanted);
  const { unchangedSince } = await import("./validate/unchanged.ts");
  const unchanged = await unchangedSince(project);
  if (unchanged.outcome) return unchanged.outcome;
  const outcome = await outcomeOfTools(project, wanted);
  await unchanged.note(outcome);
  return outcome;
}

async function outcomeOfTools(project: Project, { fresh = false, rule }: Wanted): Promise<ValidateOutcome> {
  // Loaded only now: whoever asks for help, or where nothing has changed, need not wait for all the validators.
  const { validate } = await import("./validate/validate.ts");
  const { watchOn } = await import("./validate/progress.ts");
  const { knownOf, nothingKnown } = await import("./validate/known.ts");
  const line = statusLine(process.stderr);
  line.show("loading the definitions …");
  const outcome = await validate(project, {
    lookFor: (names) => lookForTools(names, { line, needed: neededByRules(project.out) }),
    watch: watchOn(line),
    known: fresh ? nothingKnown() : knownOf(project),
    rule,
  });
  line.clear();
  return outcome;
}
