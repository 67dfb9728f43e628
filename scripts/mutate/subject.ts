import type { Model } from "../../generators/model/model.ts";
import type { Problem } from "../../generators/problem.ts";
import type { Proof } from "../../generators/proof/proof.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";

/** What is mutated: the rules of the definitions, with their proofs. */
export type MutationSubject =
  | { readonly problems: readonly Problem[] }
  | { readonly model: Model; readonly proofs: readonly Proof[]; readonly unproven: readonly string[] };

/** Loads the definitions; those that do not compile have no rules to mutate. */
export async function mutationSubject(root: string): Promise<MutationSubject> {
  const { problems } = await compileDefinitions(root);
  if (problems.length > 0) return { problems };
  // Imported only once they are known to load.
  const { definitions } = await import("../../definitions/index.ts");
  const { resolve } = await import("../../generators/model/resolve.ts");
  const { proofsOf } = await import("../../generators/proof/proofs.ts");
  const { model } = resolve(definitions);
  const proofs = proofsOf(model);
  const hasTests = ({ testFile }: Proof) => testFile.tests.length > 0;
  const unproven = proofs.filter((proof) => !hasTests(proof)).map(({ name }) => name);
  return { model, proofs: proofs.filter(hasTests), unproven };
}
