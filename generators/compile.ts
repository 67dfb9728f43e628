import type { Definitions } from "./language/platform.ts";
import { allowingDefinitions } from "./model/allowing-definitions.ts";
import { resolve } from "./model/resolve.ts";
import { shapeProblems } from "./model/shape.ts";
import { runChecks } from "./check.ts";
import { checks } from "./checks/index.ts";
import { fileProblems } from "./checks/texts/no-secret-values.ts";
import type { Files } from "./output.ts";
import { outputs } from "./targets/index.ts";
import { sortProblems, type Problem } from "./problem.ts";
import { testedModel, type TestedModel } from "./rule-tests/tested-model.ts";

export interface Compiled {
  /** Sorted; when there is one, nothing may be written. */
  readonly problems: readonly Problem[];
  /** Empty when there are problems. */
  readonly files: Files;
  /** What the files were made from, with the tests of the rules; left out when there are problems. */
  readonly model?: TestedModel;
}

/** What is known of the project besides its definitions. */
export interface About {
  /** What its package.json says as `repository`, as text. */
  readonly repository?: string | undefined;
}

/** Turns definitions into the files of `out/`, or into everything that is wrong with them. Pure: it reads and writes nothing. */
export function compile(definitions: Definitions, { repository }: About = {}): Compiled {
  const malformed = shapeProblems(definitions);
  if (malformed.length > 0) return failed(malformed);
  const { model: resolved, problems: unresolved } = resolve(definitions);
  const model = testedModel({ ...resolved, repository });
  const problems = [...unresolved, ...runChecks(checks, model, allowingDefinitions(model))];
  if (problems.length > 0) return failed(problems);
  const files: Files = Object.fromEntries(outputs.flatMap((output) => Object.entries(output(model))));
  const leaks = fileProblems(files, model);
  return leaks.length > 0 ? failed(leaks) : { problems: [], files, model };
}

function failed(problems: readonly Problem[]): Compiled {
  return { problems: sortProblems(problems), files: {} };
}
