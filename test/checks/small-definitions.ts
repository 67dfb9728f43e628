import type { Definitions, Platform, Service } from "#language";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { smallPlatform } from "./small-platform.ts";
import { shop } from "./small-shop.ts";

type Exports = "jobs" | "metrics" | "recordings" | "alerts" | "dashboards" | "logs" | "jsonFields";

/** What a test adds to the shop or replaces in it, by the name of the export; undefined takes an export out. */
type ShopParts = {
  readonly [K in Exports]?: { readonly [name: string]: NonNullable<Service[K]>[string] | undefined };
};

export interface Parts extends ShopParts {
  /** Replaces whole parts of the platform: `{ stack: { ...smallStack, retention: "1h" } }`. */
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

/**
 * What `compile()` says of one check, as people read it, and what is wrong with allowances for it.
 *
 * Malformed definitions fail the test: no check has run on them.
 */
export function problemsOf(check: string, definitions: Definitions): string[] {
  const { problems } = compile(definitions);
  const malformed = problems.filter((problem) => problem.check === "definitions-are-well-formed");
  if (malformed.length > 0) throw new Error(malformed.map(formatProblem).join("\n"));
  const about = problems.filter(
    (problem) =>
      problem.check === check ||
      (problem.check === "allowances-apply" && problem.message.includes(`"${check}"`)),
  );
  return about.map(formatProblem);
}
