import { command } from "./command-line.ts";
import { withNamesOf, type Project } from "./project/project.ts";
import { lookForTools } from "./tools/find-tool.ts";
import { statusLine } from "./tools/status-line.ts";
import type { ValidateOutcome } from "./validate/validate.ts";

export const validateCommand = command({
  name: "validate",
  summary: "Validates out/ with the real tools and strict schemas; changes nothing.",
  options: {
    "allow-missing": { type: "boolean", help: "skip what needs a tool that is not available; not in CI" },
    fresh: { type: "boolean", help: "ask every tool anew, whatever it said of the same files before" },
  },
  complaint: ({ "allow-missing": allowMissing = false }) =>
    allowMissing && isContinuousIntegration(process.env)
      ? "Option '--allow-missing' is not accepted in CI, where nothing may be skipped."
      : undefined,
  run: async (options, project) => {
    const { reportValidation } = await import("./validate/report.ts");
    const outcome = await outcomeFor(project, options);
    // Counted from the start of the process, as a person counts.
    const time = performance.now();
    const report = reportValidation(outcome, { allowMissing: options["allow-missing"] ?? false, time });
    process.stdout.write(withNamesOf(project, report.stdout));
    process.stderr.write(withNamesOf(project, report.stderr));
    return report.exitCode;
  },
});

async function outcomeFor(
  project: Project,
  { fresh = false }: { readonly fresh?: boolean },
): Promise<ValidateOutcome> {
  if (fresh) return outcomeOfTools(project, fresh);
  const { unchangedSince } = await import("./validate/unchanged.ts");
  const unchanged = await unchangedSince(project);
  if (unchanged.outcome) return unchanged.outcome;
  const outcome = await outcomeOfTools(project, fresh);
  await unchanged.note(outcome);
  return outcome;
}

async function outcomeOfTools(project: Project, fresh: boolean): Promise<ValidateOutcome> {
  // Loaded only now: whoever asks for help, or where nothing has changed, need not wait for all the validators.
  const { validate } = await import("./validate/validate.ts");
  const { watchOn } = await import("./validate/progress.ts");
  const { knownOf, nothingKnown } = await import("./validate/known.ts");
  const line = statusLine(process.stderr);
  line.show("loading the definitions …");
  const outcome = await validate(project, {
    lookFor: (names) => lookForTools(names, { line }),
    watch: watchOn(line),
    known: fresh ? nothingKnown() : knownOf(project),
  });
  line.clear();
  return outcome;
}

/** Whether this runs in CI: every CI service sets `CI`, and a person who sets it to `false` says no. */
function isContinuousIntegration(environment: NodeJS.ProcessEnv): boolean {
  return !["", "0", "false"].includes(environment["CI"] ?? "");
}
