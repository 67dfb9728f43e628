import { dirname, sep } from "node:path";
import type { Compilation } from "../../generators/compile.ts";
import type { Problem } from "../../generators/problem.ts";
import { problemList } from "../problem-list.ts";
import { forgetModules, needsProcess, readyToLoad, stayInProcess } from "../project/load-module.ts";
import { withNamesOf, type Project } from "../project/project.ts";
import { openBuildMemory, type BuildMemory } from "../kept/build-memory.ts";
import type { FilesOnDisk } from "../kept/files-on-disk.ts";
import { build, type BuildOutcome, type BuildRequest } from "./build.ts";
import type { CompileOptions } from "./compile-definitions.ts";
import type { KeptRunOptions } from "./compiler/kept-run.ts";
import { reportOutcome } from "./report.ts";
import { diskOfLastBuild } from "./stamp-build.ts";
import { takingBack, type TakingBack } from "./take-back.ts";

/** The two halves of a build, which in a watch follow each other: what does not wait for the compiler, and the compiler. */
export interface Halves {
  readonly compile: (project: Project, options?: CompileOptions) => Promise<Compilation>;
  readonly types: (project: Project, options?: KeptRunOptions) => Promise<readonly Problem[]>;
}

/** @param inNewProcess builds once in the long way */
export function buildingAgain(
  project: Project,
  { compile, types }: Halves,
  inNewProcess: () => Promise<void>,
) {
  stayInProcess();
  const definitions = `${dirname(project.definitions)}${sep}`;
  const disk = diskOfLastBuild(project);
  const { write, keep } = writer(project, compile, disk);
  let isAccepted = false;
  let isOutdated = false;

  /**
   * Out of a state that the compiler accepted, what was saved is written at once, and the compiler asked after it. If it has something
   * to say, what was written is taken back, and nothing more is written before it accepts all of it again.
   */
  const buildOnce = async (startedAt: number): Promise<void> => {
    const early = isAccepted ? await write(startedAt) : undefined;
    isAccepted = false;
    const problems = await types(project, { disk });
    isAccepted = problems.length === 0;
    if (isAccepted) return (early ?? (await write(startedAt))).tell();
    const became = early?.takeBack() ? "out/ is as it was before" : "out/ is untouched";
    process.stderr.write(withNamesOf(project, problemList(problems, became, process.stderr)));
  };

  return async (saved: ReadonlySet<string>): Promise<void> => {
    const startedAt = performance.now();
    forgetModules(saved);
    // Another engine is running already than the one that stands there.
    isOutdated ||= [...saved].some((path) => !`${path}${sep}`.startsWith(definitions));
    if (isOutdated) return inNewProcess();
    try {
      await buildOnce(startedAt);
      // Last, because nobody waits for it.
      keep();
      await readyToLoad();
    } catch (thrown) {
      if (thrown !== needsProcess) throw thrown;
      await inNewProcess();
    }
  };
}

/** What became of a build before the compiler was asked. */
interface Early {
  /** Says how it went, if that was not said yet. */
  readonly tell: () => void;
  /** @returns whether there was something to take back */
  readonly takeBack: () => boolean;
}

/** Writes, if nothing is wrong, and remembers what was worked out for it. */
function writer(project: Project, compile: Halves["compile"], disk: FilesOnDisk) {
  let memory: BuildMemory | undefined;
  const write = async (startedAt: number): Promise<Early> => {
    const taking = takingBack();
    memory ??= openBuildMemory(project);
    const compiled = await compile(project, { memory });
    const outcome = buildAtOnce({ compiled, outFolder: project.out, files: disk }, taking);
    const { stream, text } = reportOutcome(outcome, Math.round(performance.now() - startedAt));
    const tell = () => void process[stream].write(withNamesOf(project, text));
    // What does not compile may well fail to load, in words that help nobody: then the compiler has the word.
    const waits = outcome.kind === "refused" && outcome.problems.some(isOfLoading);
    if (!waits) tell();
    return {
      tell: waits ? tell : () => {},
      takeBack() {
        if (outcome.kind === "refused") return false;
        taking.takeBack();
        return true;
      },
    };
  };
  return { write, keep: () => memory?.save() };
}

/**
 * Of all files the rules are made first: with this nobody who waits for them waits for what is written about them as well. With a
 * mistake in what is made last, everything is as it was.
 */
function buildAtOnce(
  request: Pick<BuildRequest, "compiled" | "outFolder" | "files">,
  { perform, takeBack }: TakingBack,
): BuildOutcome {
  try {
    const outcome = build({ ...request, mode: "write", atOnce: true, perform });
    if (outcome.kind === "refused") takeBack();
    return outcome;
  } catch (thrown) {
    takeBack();
    throw thrown;
  }
}

const isOfLoading = ({ check }: Problem): boolean => check === "definitions-load";
