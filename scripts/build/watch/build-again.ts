import { problemList } from "../../problem-list.ts";
import type { FilesOnDisk } from "../../kept/files-on-disk.ts";
import {
  forgetModules,
  loadedTexts,
  needsProcess,
  readyToLoad,
  stayInProcess,
} from "../../project/load-module.ts";
import { withNamesOf, type Project } from "../../project/project.ts";
import type { CompilerReads } from "../compiler/compiler-reads.ts";
import type { KeptRunOptions } from "../compiler/kept-run.ts";
import { diskOfLastBuild } from "../stamp-build.ts";
import type { CheckedTypes } from "../type-check.ts";
import { writer, type Compile, type Early } from "./early-write.ts";
import { isOfEngine } from "./sources.ts";

/** The two halves of a build, which in a watch follow each other: what does not wait for the compiler, and the compiler. */
export interface Halves {
  readonly compile: Compile;
  readonly types: (project: Project, options?: KeptRunOptions) => Promise<CheckedTypes>;
}

/** Builds a project again and again. */
export interface Builder {
  /** @param saved since the last time */
  readonly build: (saved: ReadonlySet<string>) => Promise<void>;
  /** The files that were read, as far as that is known by now. */
  readonly read: () => readonly string[];
}

/** @param inNewProcess builds once in the long way */
export function buildingAgain(project: Project, halves: Halves, inNewProcess: () => Promise<void>): Builder {
  stayInProcess();
  const { build, keep, read } = buildingHere(project, halves, diskOfLastBuild(project));
  let isOutdated = false;
  return {
    read,
    async build(saved) {
      const startedAt = performance.now();
      forgetModules(saved);
      // Another engine is running already than the one that stands there.
      isOutdated ||= [...saved].some((path) => isOfEngine(path, project));
      if (isOutdated) return inNewProcess();
      try {
        await build(startedAt);
        // Last, because nobody waits for it.
        keep();
        await readyToLoad();
      } catch (thrown) {
        if (thrown !== needsProcess) throw thrown;
        await inNewProcess();
      }
    },
  };
}

/**
 * Out of a state that the compiler accepted, what was saved is written at once, and the compiler asked after it. If it has something
 * to say, what was written is taken back, and nothing more is written before it accepts all of it again.
 */
function buildingHere(project: Project, { compile, types }: Halves, disk: FilesOnDisk) {
  const { write, keep } = writer(project, compile, disk);
  let isAccepted = false;
  let reads: CompilerReads | undefined;
  return {
    keep,
    read: () => [...(loadedTexts()?.keys() ?? []), ...(reads?.files ?? [])],
    async build(startedAt: number): Promise<void> {
      const early = isAccepted ? await write(startedAt).catch(thrownBy) : undefined;
      isAccepted = false;
      const checked = await types(project, { disk });
      reads = checked.reads ?? reads;
      isAccepted = checked.problems.length === 0;
      if (isAccepted) return (early ?? (await write(startedAt))).tell();
      const became = early?.takeBack() ? "out/ is as it was before" : "out/ is untouched";
      process.stderr.write(withNamesOf(project, problemList(checked.problems, became, process.stderr)));
    },
  };
}

/** What does not compile may well bring down whoever works with it: then too the compiler has the word. */
function thrownBy(thrown: unknown): Early {
  const tell = () => {
    throw thrown;
  };
  if (thrown === needsProcess) tell();
  return { tell, takeBack: () => false };
}
