import type { Compilation } from "../../generators/compile.ts";
import { sortProblems, type Problem } from "../../generators/problem.ts";
import { filesOnDisk, type FilesOnDisk } from "../kept/files-on-disk.ts";
import { fileSystemProblem } from "./file-system-problem.ts";
import { manifestPath } from "./manifest.ts";
import { readOutFolder, type OutFolder } from "./out-folder.ts";
import { findOutProblems, outProblem, findPathProblems } from "./out-problems.ts";
import { planChanges, type Change, type Plan } from "./plan.ts";
import { openStage, type Stage } from "./stage.ts";
import { performStep, stepsFor, type Step } from "./steps.ts";
import { waitsWithUs } from "../tools/gone-with-us.ts";
import { temporaryPath } from "./temporary-file.ts";
import { holdsWanted, type Wanted } from "./wanted.ts";

export interface BuildRequest {
  readonly compiled: Pick<Compilation, "problems" | "files">;
  /** The folder that takes the files; made when it does not exist. */
  readonly outFolder: string;
  /** `check` compares and writes nothing. */
  readonly mode: "write" | "check";
  /** Not all files are given: those that are not stay as they are. */
  readonly isPart?: boolean;
  /**
   * What an earlier build made changes as soon as its new text is there, before the others are made. Whoever wants that takes it back
   * where the build is refused after it.
   */
  readonly atOnce?: boolean;
  /** What is known of the files in out/. Left out: all are read. */
  readonly files?: FilesOnDisk;
  /** Does one step; given by tests that break a build off in the middle. */
  readonly perform?: (folder: string, step: Step) => void;
  /** Is told what stands in out/, when all of it does. */
  readonly written?: (wanted: Wanted) => void;
}

export type BuildOutcome =
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "half-written"; readonly problems: readonly Problem[] }
  | { readonly kind: "written"; readonly fileCount: number; readonly changes: readonly Change[] }
  | ({
      readonly kind: "checked";
      /** Of all files that belong into out/. */
      readonly paths: readonly string[];
      readonly problems: readonly Problem[];
    } & Plan);

/** Brings out/ to what was compiled, or says why not; with any problem it changes nothing. */
export function build(request: BuildRequest): BuildOutcome {
  const { outFolder, perform = performStep } = request;
  let noneWaits: (() => void) | undefined;
  try {
    return built({
      ...request,
      perform(folder, step) {
        noneWaits ??= waitsWithUs(outFolder);
        perform(folder, step);
      },
    });
  } finally {
    noneWaits?.();
  }
}

function built({
  compiled,
  outFolder,
  mode,
  isPart = false,
  atOnce = false,
  files = filesOnDisk(),
  perform,
  written,
}: BuildRequest & Required<Pick<BuildRequest, "perform">>): BuildOutcome {
  if (compiled.problems.length > 0) return { kind: "refused", problems: compiled.problems };
  const out = trying(outFolder, () => readOutFolder(outFolder));
  if ("place" in out) return { kind: "refused", problems: [out] };
  const write = mode === "write" ? (step: Step) => perform(outFolder, step) : undefined;
  const stage = openStage(outFolder, out, { files, write, atOnce });
  const early = takeAll(compiled.files, stage, { outFolder, isPart });
  if (early.length > 0) return refused(early, stage);
  const problems = findOutProblems(stage.wanted, out);
  const plan = planChanges(stage.wanted, out);
  const paths = [...stage.wanted.keys()];
  if (mode === "check") return { kind: "checked", paths, problems, ...plan };
  if (problems.length > 0) return refused(problems, stage);
  const steps = stepsFor(withoutWaiting(plan), paths, out.made).filter(
    ({ kind, path }) => kind !== "rename" || !stage.ahead.has(path),
  );
  const failure = carryOut(outFolder, steps, perform);
  if (failure) {
    stage.takeBack();
    return failure;
  }
  const later = findLaterChanges(outFolder, stage.wanted, files);
  if (later.length > 0) return { kind: "half-written", problems: later };
  if (!isPart) written?.(stage.wanted);
  return { kind: "written", fileCount: paths.length, changes: plan.changes };
}

function refused(problems: readonly Problem[], stage: Stage): BuildOutcome {
  stage.takeBack();
  return { kind: "refused", problems };
}

/** Takes every file in turn, and then their manifest; with a problem among them, no more than the problems. */
function takeAll(
  files: BuildRequest["compiled"]["files"],
  stage: Stage,
  { outFolder, isPart }: Required<Pick<BuildRequest, "outFolder" | "isPart">>,
): Problem[] {
  const problems: Problem[] = [];
  for (const made of takenBackAtAnError(files, stage)) {
    if ("place" in made) problems.push(made);
    if ("place" in made || problems.length > 0) continue;
    const failure = trying(outFolder, () => stage.take(made), made.path);
    if (failure) return [failure];
  }
  if (problems.length > 0) return sortProblems(problems);
  const unsafe = findPathProblems(stage.wanted.keys());
  if (unsafe.length > 0) return unsafe;
  const finish = () => {
    if (isPart) stage.leaveOthers();
    stage.takeManifest([...stage.wanted.keys()]);
  };
  const failure = trying(outFolder, finish, manifestPath);
  return failure ? [failure] : [];
}

/** What cannot be made is a mistake in the engine: nothing may be left of what was made before. */
function* takenBackAtAnError<T>(files: Iterable<T>, stage: Stage): Generator<T> {
  try {
    yield* files;
  } catch (error) {
    stage.takeBack();
    throw error;
  }
}

/** A process of the same number may have left what waits now under the same name. */
function withoutWaiting(plan: Plan): Plan {
  const waiting = new Set(plan.changes.map(({ path }) => temporaryPath(path, process.pid)));
  return { ...plan, leftovers: plan.leftovers.filter((path) => !waiting.has(path)) };
}

/** What the file system refuses is a problem at this path, or at the one that it names. */
function trying<T>(outFolder: string, work: () => T, path?: string): T | Problem {
  try {
    return work();
  } catch (error) {
    const problem = fileSystemProblem(error, outFolder, path);
    if (problem) return problem;
    throw error;
  }
}

function carryOut(
  outFolder: string,
  steps: readonly Step[],
  perform: typeof performStep,
): BuildOutcome | undefined {
  let changed = false;
  for (const step of steps) {
    const problem = trying(outFolder, () => perform(outFolder, step), step.path);
    if (problem) return { kind: changed ? "half-written" : "refused", problems: [problem] };
    changed ||= step.kind === "rename";
  }
  return undefined;
}

/** Looks again at what was written: a second build at the same time may have put its own beside it. */
function findLaterChanges(outFolder: string, wanted: Wanted, files: FilesOnDisk): Problem[] {
  const found = trying(outFolder, () => {
    const out = readOutFolder(outFolder);
    return { out, now: comparedAgain(outFolder, wanted, out, files) };
  });
  if ("place" in found) return [found];
  const others = planChanges(found.now, found.out).changes.map(({ path }) =>
    outProblem(path, "another program changed this file while the build wrote it", "build again"),
  );
  return [...findOutProblems(found.now, found.out), ...others];
}

function comparedAgain(
  outFolder: string,
  wanted: Wanted,
  { entries }: OutFolder,
  files: FilesOnDisk,
): Wanted {
  const standing = new Set(entries.flatMap(({ kind, path }) => (kind === "file" ? path : [])));
  return new Map(
    [...wanted].map(([path, file]) => {
      const isSame = standing.has(path) && holdsWanted(outFolder, path, file, files);
      return [path, { ...file, standing: isSame ? "same" : standing.has(path) ? "changed" : "new" }];
    }),
  );
}
