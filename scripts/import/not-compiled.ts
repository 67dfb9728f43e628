import { checkedTypes } from "../build/type-check.ts";
import type { Refused } from "../new/known-project.ts";
import { problemList } from "../problem-list.ts";
import type { Project } from "../project/project.ts";

/** Why nothing is imported into a project that does not compile as it is: of what is written nobody could say whether it is right. */
export async function refusedAsItIs(project: Project): Promise<Refused | undefined> {
  const { problems } = await checkedTypes(project, { fresh: true });
  if (problems.length === 0) return undefined;
  const list = problemList(problems, "rules are imported into a project that compiles", process.stderr);
  return { refused: list.trimEnd() };
}
