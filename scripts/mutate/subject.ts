import type { Model } from "../../generators/model/model.ts";
import type { Problem } from "../../generators/problem.ts";
import type { Proof } from "../../generators/rule-tests/proof.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";
import type { Project } from "../project/project.ts";

/** What is mutated: the rules of the definitions, with their proofs. */
export type MutationSubject =
  | { readonly problems: readonly Problem[] }
  | { readonly model: Model; readonly proofs: readonly Proof[]; readonly unproven: readonly string[] };

/** Loads the definitions; those that do not compile have no rules to mutate. */
export async function mutationSubject(project: Project): Promise<MutationSubject> {
  const { problems, model } = await compileDefinitions(project);
  if (model === undefined) return { problems };
  const hasTests = ({ testFile }: Proof) => testFile.tests.length > 0;
  const unproven = model.proofs.filter((proof) => !hasTests(proof)).map(({ name }) => name);
  return { model, proofs: model.proofs.filter(hasTests), unproven };
}
