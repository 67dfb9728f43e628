import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { problemList } from "../problem-list.ts";
import { findProject } from "../project/find-project.ts";
import { jsonProblems } from "../json-problems.ts";

/** The project of the working directory, or how a command ends that has said why there is none. */
export type LoadedProject = { readonly model: TestedModel } | { readonly exitCode: ExitCode };

/** Loads it, in which nothing may be wrong: what is said of it would be wrong as well. */
export async function loadedProject({ json = false }: { readonly json?: boolean }): Promise<LoadedProject> {
  const search = await findProject(process.cwd());
  if ("complaint" in search) {
    process.stderr.write(`${search.complaint}\n`);
    return { exitCode: exitCodes.problem };
  }
  const { problems, model } =
    "problems" in search ? { ...search, model: undefined } : await compileDefinitions(search.project);
  if (model) return { model };
  if (json) process.stdout.write(jsonProblems(problems));
  else process.stderr.write(problemList(problems, "the project cannot be asked", process.stderr));
  return { exitCode: exitCodes.problem };
}
