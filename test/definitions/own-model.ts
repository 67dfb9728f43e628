import { join } from "node:path";
import { definitions } from "../../definitions/index.ts";
import type { Files } from "../../generators/output.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { repositoryOf } from "../../scripts/project/repository.ts";
import { testedModel, type TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { readTree } from "../build/out-fixture.ts";

// What this repository defines takes a second to work out, and many tests look at it: each process of tests does it once.

export const { model } = resolve(definitions);

/** What the build knows besides. */
export const about = { repository: repositoryOf({ root: join(import.meta.dirname, "../..") }) };

let tested: TestedModel | undefined;
let written: Files | undefined;

/** The model with the tests of its rules. */
export function ownTestedModel(): TestedModel {
  return (tested ??= testedModel(model));
}

/**
 * The files that our own definitions give, as they stand in out/: "fresh.test.ts" compiles them, once for all tests, and fails where a
 * byte of them is another, or anything is wrong.
 */
export function ownFiles(): Files {
  return (written ??= readTree(join(import.meta.dirname, "../../out")));
}
