import type { Definitions, Platform, Service } from "signalbox";
import { runChecks, type Check } from "../../generators/check.ts";
import { checks } from "../../generators/checks/index.ts";
import { compile } from "../../generators/compile.ts";
import { allowingDefinitions } from "../../generators/model/allowing-definitions.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { shapeProblems } from "../../generators/model/shape.ts";
import { formatProblem, sortProblems, type Problem } from "../../generators/problem.ts";
import { testedModel, type TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { smallPlatform } from "./small-platform.ts";
import { shop } from "./small-shop.ts";

type Exports =
  | "jobs"
  | "metrics"
  | "recordings"
  | "alerts"
  | "dashboards"
  | "runbooks"
  | "slos"
  | "logs"
  | "jsonFields"
  | "inhibitions"
  | "copies";

/** What a test adds to the shop or replaces in it, by the name of the export; undefined takes an export out. */
type ShopParts = {
  readonly [K in Exports]?: { readonly [name: string]: NonNullable<Service[K]>[string] | undefined };
};

export interface Parts extends ShopParts {
  /** Replaces whole parts of the platform: `{ deploy: { ...smallDeploy, name: "other" } }`. */
  readonly platform?: Partial<Platform>;
  /** Services besides the shop. */
  readonly services?: readonly Service[];
}

/** The small definitions, in which nothing is wrong, with parts of them replaced or added. */
export function definitionsWith({ platform, services = [], ...parts }: Parts = {}): Definitions {
  const changed = Object.entries(parts).map(([part, exports]) => {
    const merged = { ...shop[part as Exports], ...exports };
    return [part, Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))];
  });
  return {
    platform: { ...smallPlatform, ...platform },
    services: [{ ...shop, ...Object.fromEntries(changed) }, ...services],
  };
}

/** The same where only the alerts that are written are looked at: what follows from them has tests of its own. */
export function withoutGuards({ platform, services }: Definitions): Definitions {
  const unguarded = "only what is written is looked at";
  const jobsOf = ({ jobs }: Service) =>
    Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, { ...job, unguarded }]));
  return { platform, services: services.map((one) => ({ ...one, jobs: jobsOf(one) })) };
}

/**
 * What one check finds in the definitions, as people read it and in the order of the lines, and what is wrong with
 * allowances for it.
 *
 * Malformed definitions fail the test: no check would run on them. A problem that is no check's, such as a secret in an
 * output, is looked for in all that `compile()` says.
 */
export function problemsOf(id: string, definitions: Definitions): string[] {
  const malformed = shapeProblems(definitions);
  if (malformed.length > 0) throw new Error(malformed.map(formatProblem).join("\n"));
  const check = checks.find((one) => one.id === id);
  const problems = check ? problemsOfCheck(check, definitions) : compile(definitions).problems;
  const about = problems.filter(
    (problem) =>
      problem.check === id || (problem.check === "allowances-apply" && problem.message.includes(`"${id}"`)),
  );
  return sortProblems(about).map(formatProblem);
}

/** The other checks are left alone: each has its own test. */
function problemsOfCheck(check: Check<TestedModel>, definitions: Definitions): Problem[] {
  const model = testedModel(resolve(definitions).model);
  return runChecks([check], model, allowingDefinitions(model));
}
