import type { Compilation, CompiledFile, During } from "../../generators/compile.ts";
import type { Definitions } from "../../generators/language/platform.ts";
import { keeperWith, type Memory } from "../../generators/keep/keeper.ts";
import type { Problem } from "../../generators/problem.ts";
import type { Part } from "../../generators/targets/part.ts";
import type { FilesOnDisk } from "../kept/files-on-disk.ts";
import { openBuildMemory, type BuildMemory } from "../kept/build-memory.ts";
import { loadDefinitions } from "../project/load-definitions.ts";
import { onLoaded } from "../project/on-loaded.ts";
import { guarded, guardedInTurn } from "../project/load-problems.ts";
import { entryOf, type Project } from "../project/project.ts";
import { repositoryOf } from "../project/repository.ts";
import type { CompilerReads } from "./compiler/compiler-reads.ts";
import { narrowPlace } from "./narrow-place.ts";
import { checkedTypes } from "./type-check.ts";

export interface CompiledProject extends Compilation {
  /** What was compiled; left out when it could not be loaded. */
  readonly definitions?: Definitions;
}

export interface CheckedCompilation extends Compilation {
  /** What the TypeScript compiler has read, where it is known that it has nothing to say of that as it is now. */
  readonly acceptedReads?: CompilerReads;
}

/** How a project is compiled. */
export interface CompileOptions {
  /** Everything is worked out, and nothing is kept. */
  readonly fresh?: boolean | undefined;
  /** The parts of out/ that are made. Left out: all. */
  readonly only?: readonly Part[] | undefined;
  readonly during?: During | undefined;
  /** Of whoever compiles again and again, and saves it himself. Left out: it is opened and saved each time. */
  readonly memory?: Memory | undefined;
  /** What is known of the files that the compiler reads. Left out: they are read. */
  readonly disk?: FilesOnDisk | undefined;
}

/** Loads what a project defines, and compiles it. What was worked out in an earlier run, and would be the same now, is not again. */
export async function compileDefinitions(
  project: Project,
  { fresh = false, only, during, memory }: CompileOptions = {},
): Promise<CompiledProject> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) return { ...loaded, files: [] };
  const { definitions } = loaded;
  const own = fresh || memory ? undefined : openBuildMemory(project);
  const known = memory ?? own;
  const compiled = await guarded(entryOf(project), async () => {
    const { compilation } = await import("../../generators/compile.ts");
    const keeper = known && keeperWith(known);
    const about = { repository: repositoryOf(project) };
    return compilation(definitions, about, { only, keeper, during: eachLimited(during) });
  });
  const problems = compiled.problems.map((problem) => narrowPlace(problem, project.root));
  const files = "files" in compiled ? filesOf(compiled, project, own) : [];
  return { definitions, ...compiled, problems, files };
}

/**
 * Each phase within the limit, as long as there are no files yet: an author's functions are called by then, and of thousands of files each
 * would cost a little.
 */
function eachLimited(during: During = (_phase, work) => work()): During {
  return (phase, work) => during(phase, () => (beforeFiles.has(phase) ? onLoaded(work) : work()));
}

const beforeFiles: ReadonlySet<string> = new Set(["shape", "resolve", "rule tests", "checks"]);

/** What is wrong with a text is told at the author's line, as all before it. */
function* filesOf(
  { files }: Compilation,
  project: Project,
  memory: BuildMemory | undefined,
): Generator<CompiledFile | Problem> {
  for (const made of guardedInTurn(entryOf(project), files)) {
    yield "place" in made ? narrowPlace(made, project.root) : made;
  }
  memory?.save();
}

/**
 * Compiles the definitions and has the TypeScript compiler look at them at the same time.
 *
 * What does not compile is all that is reported then: the checks would find most of it again, in other words.
 */
export async function checkedDefinitions(
  project: Project,
  options?: CompileOptions,
): Promise<CheckedCompilation> {
  const typing = checkedTypes(project, options);
  const compiling = compileDefinitions(project, options);
  // What does not compile may well fail to load, in words that help nobody.
  compiling.catch(() => {});
  const { problems, reads, isSettled = false } = await typing;
  if (problems.length > 0) return { problems, files: [] };
  return { ...(await compiling), ...(isSettled && reads && { acceptedReads: reads }) };
}
