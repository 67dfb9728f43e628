import type { Compiled } from "../../generators/compile.ts";
import type { Files } from "../../generators/output.ts";
import type { Problem } from "../../generators/problem.ts";
import { fileSystemProblem } from "./file-system-problem.ts";
import { withManifest } from "./manifest.ts";
import { readOutFolder, type OutFolder } from "./out-folder.ts";
import { findOutProblems, outProblem, findPathProblems } from "./out-problems.ts";
import { performStep, removeTemporaries, stepsFor, type Step } from "./steps.ts";
import { planChanges, type Change, type Plan } from "./plan.ts";

export interface BuildRequest {
  readonly compiled: Compiled;
  /** The folder that takes the files; made when it does not exist. */
  readonly outFolder: string;
  /** `check` compares and writes nothing. */
  readonly mode: "write" | "check";
  /** Does one step; given by tests that break a build off in the middle. */
  readonly perform?: (folder: string, step: Step) => void;
}

export type BuildOutcome =
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "half-written"; readonly problems: readonly Problem[] }
  | { readonly kind: "written"; readonly fileCount: number; readonly changes: readonly Change[] }
  | ({ readonly kind: "checked"; readonly fileCount: number; readonly problems: readonly Problem[] } & Plan);

/** Brings out/ to what was compiled, or says why not; with any problem it changes nothing. */
export function build({ compiled, outFolder, mode, perform = performStep }: BuildRequest): BuildOutcome {
  const early = [...compiled.problems, ...findPathProblems(compiled.files)];
  if (early.length > 0) return { kind: "refused", problems: early };
  const wanted = withManifest(compiled.files);
  const fileCount = Object.keys(wanted).length;
  const existing = tryReading(outFolder, wanted);
  if ("place" in existing) return { kind: "refused", problems: [existing] };
  const problems = findOutProblems(wanted, existing);
  const plan = planChanges(wanted, existing);
  if (mode === "check") return { kind: "checked", fileCount, problems, ...plan };
  if (problems.length > 0) return { kind: "refused", problems };
  const failure = carryOut(outFolder, stepsFor(plan, wanted, existing.made), perform);
  if (failure) return failure;
  const later = findLaterChanges(outFolder, wanted);
  if (later.length > 0) return { kind: "half-written", problems: later };
  return { kind: "written", fileCount, changes: plan.changes };
}

function tryReading(outFolder: string, wanted: Files): OutFolder | Problem {
  try {
    return readOutFolder(outFolder, wanted);
  } catch (error) {
    const problem = fileSystemProblem(error, outFolder);
    if (problem) return problem;
    throw error;
  }
}

function carryOut(
  outFolder: string,
  steps: readonly Step[],
  perform: typeof performStep,
): BuildOutcome | undefined {
  let current: Step | undefined;
  let changed = false;
  try {
    for (current of steps) {
      perform(outFolder, current);
      changed ||= current.kind === "rename";
    }
    return undefined;
  } catch (error) {
    const problem = fileSystemProblem(error, outFolder, current?.path);
    if (!problem) throw error;
    removeTemporaries(outFolder, steps);
    return { kind: changed ? "half-written" : "refused", problems: [problem] };
  }
}

/** Reads back what was written: a second build at the same time may have put its own beside it. */
function findLaterChanges(outFolder: string, wanted: Files): Problem[] {
  const existing = tryReading(outFolder, wanted);
  if ("place" in existing) return [existing];
  const { changes } = planChanges(wanted, existing);
  const others = changes.map(({ path }) =>
    outProblem(path, "another program changed this file while the build wrote it", "build again"),
  );
  return [...findOutProblems(wanted, existing), ...others];
}
