import { join } from "node:path";
import { definitions } from "../../definitions/index.ts";
import { compile, type Compiled } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { repositoryOf } from "../../scripts/project/repository.ts";
import { testedModel, type TestedModel } from "../../generators/rule-tests/tested-model.ts";

// What this repository defines takes a second to work out, and many tests look at it: each process of tests does it once.

export const { model } = resolve(definitions);

/** What the build knows besides. */
export const about = { repository: repositoryOf({ root: join(import.meta.dirname, "../..") }) };

let tested: TestedModel | undefined;
let compiled: Compiled | undefined;

/** The model with the tests of its rules. */
export function ownTestedModel(): TestedModel {
  return (tested ??= testedModel(model));
}

/** The problems and files of our own definitions. */
export function ownCompiled(): Compiled {
  return (compiled ??= compile(definitions, about));
}
