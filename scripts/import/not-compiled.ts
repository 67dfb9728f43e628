import type { Problem } from "../../generators/problem.ts";
import { checkedTypes } from "../build/type-check.ts";
import type { Refused } from "../new/known-project.ts";
import { problemList } from "../problem-list.ts";
import type { Project } from "../project/project.ts";

/** Why nothing is imported into a project that does not compile as it is: of what is written nobody could say whether it is right. */
export async function refusedAsItIs(project: Project): Promise<Refused | undefined> {
  const { problems } = await checkedTypes(project, { fresh: true });
  return problems.length === 0 ? undefined : notCompiled(problems);
}

/** What keeps the project from being built, which no rule can be left out for. */
export function notCompiled(problems: readonly Problem[]): Refused {
  const list = problemList(problems, "rules are imported into a project that compiles", process.stderr);
  return { refused: list.trimEnd() };
}
