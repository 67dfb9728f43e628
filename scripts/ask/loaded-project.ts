import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";
import { modelOfProject } from "../build/model-of-project.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { problemList } from "../problem-list.ts";
import { findProject } from "../project/find-project.ts";
import type { Project } from "../project/project.ts";
import { jsonProblems } from "../json-problems.ts";

/** The project of the working directory, or how a command ends that has said why there is none. */
export type LoadedProject = { readonly model: TestedModel } | { readonly exitCode: ExitCode };

export interface LoadOptions {
  readonly json?: boolean;
  /** What the checks find does not matter to what is asked: it is there all the same. Left out: nothing may be wrong. */
  readonly unchecked?: boolean;
}

/** Loads it, in which nothing may be wrong: what is said of it would be wrong as well. */
export async function loadedProject({ json = false, unchecked }: LoadOptions): Promise<LoadedProject> {
  const search = await findProject(process.cwd());
  if ("complaint" in search) {
    process.stderr.write(`${search.complaint}\n`);
    return { exitCode: exitCodes.problem };
  }
  const loaded = "problems" in search ? search : await modelOf(search.project, unchecked);
  if ("model" in loaded) return loaded;
  const { problems } = loaded;
  if (json) process.stdout.write(jsonProblems(problems));
  else process.stderr.write(problemList(problems, "the project cannot be asked", process.stderr));
  return { exitCode: exitCodes.problem };
}

async function modelOf(project: Project, unchecked = false): ReturnType<typeof modelOfProject> {
  if (unchecked) return modelOfProject(project, project);
  const { problems, model } = await compileDefinitions(project);
  return model ? { model } : { problems };
}
