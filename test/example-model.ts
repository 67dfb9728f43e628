import { definitions } from "../examples/ticket-shop/definitions/index.ts";
import { compile, type Compiled } from "../generators/compile.ts";
import { resolve } from "../generators/model/resolve.ts";
import { testedModel, type TestedModel } from "../generators/rule-tests/tested-model.ts";

// What the example defines takes a second to work out, and many tests look at it: each process of tests does it once.

export { definitions };
export const { model } = resolve(definitions);

let tested: TestedModel | undefined;
let compiled: Compiled | undefined;

/** The model of the ticket shop with the tests of its rules. */
export function exampleTestedModel(): TestedModel {
  return (tested ??= testedModel(model));
}

/** The problems and files of the ticket shop. */
export function exampleCompiled(): Compiled {
  return (compiled ??= compile(definitions));
}
