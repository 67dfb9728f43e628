import type { Compilation } from "../../../generators/compile.ts";
import { openBuildMemory, type BuildMemory } from "../../kept/build-memory.ts";
import type { FilesOnDisk } from "../../kept/files-on-disk.ts";
import { withNamesOf, type Project } from "../../project/project.ts";
import { build, type BuildOutcome, type BuildRequest } from "../build.ts";
import type { CompileOptions } from "../compile-definitions.ts";
import { reportOutcome } from "../report.ts";
import { takingBack, type TakingBack } from "../take-back.ts";

export type Compile = (project: Project, options?: CompileOptions) => Promise<Compilation>;

/** What became of a build before the compiler was asked. */
export interface Early {
  /** Says how it went, if that was not said yet. */
  readonly tell: () => void;
  /** @returns whether there was something to take back */
  readonly takeBack: () => boolean;
}

/** Writes, if nothing is wrong, and remembers what was worked out for it. */
export function writer(project: Project, compile: Compile, disk: FilesOnDisk) {
  let memory: BuildMemory | undefined;
  const write = async (startedAt: number): Promise<Early> => {
    const taking = takingBack();
    memory ??= openBuildMemory(project);
    const compiled = await compile(project, { memory });
    const outcome = buildAtOnce({ compiled, outFolder: project.out, files: disk }, taking);
    const { stream, text } = reportOutcome(outcome, Math.round(performance.now() - startedAt));
    const tell = () => void process[stream].write(withNamesOf(project, text));
    // What does not compile may well fail to load, or hold what no option takes, in words that help nobody: then the compiler has the word.
    const waits =
      outcome.kind === "refused" && outcome.problems.some(({ check }) => whileTypesMayBeWrong.has(check));
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

/** What wrong types show as when nobody has looked at them yet. */
const whileTypesMayBeWrong: ReadonlySet<string> = new Set([
  "definitions-load",
  "definitions-are-well-formed",
]);
