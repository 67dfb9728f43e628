import { join } from "node:path";
import { build } from "../build/build.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";
import { withManifest } from "../build/manifest.ts";
import type { Model } from "../../generators/model/model.ts";
import type { Problem } from "../../generators/problem.ts";
import { coverage } from "./coverage.ts";
import { freshness, missingFiles } from "./freshness.ts";
import { judges } from "./judges/index.ts";
import { unwatched, type ValidationWatch } from "./progress.ts";
import { busyJudges, judgeAll, libraryRuling, type LookForTools, type Ruling } from "./ruling.ts";
import { readFiles } from "./subject.ts";

export type ValidateOutcome =
  /** The definitions do not compile, or out/ cannot be read: there is nothing to judge. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "judged"; readonly fileCount: number; readonly rulings: readonly Ruling[] };

/**
 * Judges out/: first whether it is what the definitions say, then every file of it by its own tools.
 *
 * @param root the folder of the repository
 */
export async function validate(
  root: string,
  lookFor: LookForTools,
  watch: ValidationWatch = unwatched,
): Promise<ValidateOutcome> {
  const compiled = await compileDefinitions(root);
  const outFolder = join(root, "out");
  const outcome = build({ compiled, outFolder, mode: "check" });
  if (outcome.kind !== "checked") {
    return { kind: "refused", problems: "problems" in outcome ? outcome.problems : [] };
  }
  const { fileCount } = outcome;
  const fresh = libraryRuling("out/ against definitions/", "signalbox", freshness(outcome));
  // The tools would complain of each missing file in words of their own.
  if (missingFiles(outcome.changes).length > 0) return { kind: "judged", fileCount, rulings: [fresh] };
  const files = readFiles(outFolder, Object.keys(withManifest(compiled.files)));
  const subject = { model: await resolveDefinitions(), outFolder, files };
  const covered = libraryRuling("every file has a judge", "signalbox", coverage(files, judges));
  watch.begins(busyJudges(judges, subject).length + 2);
  watch.ends(fresh);
  watch.ends(covered);
  const rulings = await judgeAll(judges, subject, lookFor, watch);
  return { kind: "judged", fileCount, rulings: [fresh, ...rulings, covered] };
}

/** The definitions as a model; only once they are known to compile. */
async function resolveDefinitions(): Promise<Model> {
  const { definitions } = await import("../../definitions/index.ts");
  const { resolve } = await import("../../generators/model/resolve.ts");
  return resolve(definitions).model;
}
