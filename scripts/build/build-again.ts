import { dirname, sep } from "node:path";
import type { Compilation } from "../../generators/compile.ts";
import type { Problem } from "../../generators/problem.ts";
import { problemList } from "../problem-list.ts";
import { forgetModules, needsProcess, stayInProcess } from "../project/load-module.ts";
import { withNamesOf, type Project } from "../project/project.ts";
import { build } from "./build.ts";
import { reportOutcome } from "./report.ts";

/** The two halves of a build, which in a watch follow each other: what does not wait for the compiler, and the compiler. */
export interface Halves {
  readonly compile: (project: Project) => Promise<Compilation>;
  readonly types: (project: Project) => Promise<readonly Problem[]>;
}

/** @param inNewProcess builds once in the long way */
export function buildingAgain(
  project: Project,
  { compile, types }: Halves,
  inNewProcess: () => Promise<void>,
) {
  stayInProcess();
  const definitions = `${dirname(project.definitions)}${sep}`;
  let isAccepted = false;
  let isOutdated = false;

  /** Writes, if nothing is wrong, and says how it went. */
  const write = async (startedAt: number): Promise<void> => {
    const outcome = build({ compiled: await compile(project), outFolder: project.out, mode: "write" });
    const { stream, text } = reportOutcome(outcome, Math.round(performance.now() - startedAt));
    process[stream].write(withNamesOf(project, text));
  };

  const ask = async (whatElse: string): Promise<boolean> => {
    const problems = await types(project);
    if (problems.length > 0) {
      process.stderr.write(withNamesOf(project, problemList(problems, whatElse, process.stderr)));
    }
    isAccepted = problems.length === 0;
    return isAccepted;
  };

  /**
   * Out of a state that the compiler accepted, what was saved is written at once and the compiler asked after it; when it has found
   * something, nothing more is written until it accepts all of it again.
   */
  return async (saved: ReadonlySet<string>): Promise<void> => {
    const startedAt = performance.now();
    forgetModules(saved);
    // Another engine is running already than the one that stands there.
    isOutdated ||= [...saved].some((path) => !`${path}${sep}`.startsWith(definitions));
    if (isOutdated) return inNewProcess();
    try {
      if (isAccepted) {
        await write(startedAt);
        await ask(writtenBefore);
      } else if (await ask("out/ is untouched")) await write(startedAt);
    } catch (thrown) {
      if (thrown !== needsProcess) throw thrown;
      await inNewProcess();
    }
  };
}

const writtenBefore =
  "out/ was written before the compiler had looked: correct this before anybody uses it; until then nothing more is written";
