import type { Model } from "../../generators/model/model.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";
import type { Project } from "../project/project.ts";

/** What is mutated: the rules of the definitions, with their proofs. */
export type MutationSubject =
  | { readonly problems: readonly Problem[] }
  | { readonly model: Model; readonly proofs: readonly RuleTest[]; readonly unproven: readonly string[] };

/** Loads the definitions; those that do not compile have no rules to mutate. */
export async function mutationSubject(project: Project): Promise<MutationSubject> {
  const { problems, model } = await compileDefinitions(project);
  if (model === undefined) return { problems };
  const hasTests = ({ testFile }: RuleTest) => testFile.tests.length > 0;
  const unproven = model.ruleTests.filter((proof) => !hasTests(proof)).map(({ name }) => name);
  return { model, proofs: model.ruleTests.filter(hasTests), unproven };
}
