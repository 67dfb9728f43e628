import { build } from "../build/build.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";
import { withManifest } from "../build/manifest.ts";
import type { Problem } from "../../generators/problem.ts";
import type { Project } from "../project/project.ts";
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

/** Judges out/: first whether it is what the definitions say, then every file of it by its own tools. */
export async function validate(
  project: Project,
  lookFor: LookForTools,
  watch: ValidationWatch = unwatched,
): Promise<ValidateOutcome> {
  const compiled = await compileDefinitions(project);
  const outFolder = project.out;
  const outcome = build({ compiled, outFolder, mode: "check" });
  const { model } = compiled;
  if (outcome.kind !== "checked" || model === undefined) {
    return { kind: "refused", problems: "problems" in outcome ? outcome.problems : [] };
  }
  const { fileCount } = outcome;
  const fresh = libraryRuling("out/ against the definitions", "signalbox", freshness(outcome));
  // The tools would complain of each missing file in words of their own.
  if (missingFiles(outcome.changes).length > 0) return { kind: "judged", fileCount, rulings: [fresh] };
  const files = readFiles(outFolder, Object.keys(withManifest(compiled.files)));
  const subject = { model, outFolder, files };
  const covered = libraryRuling("every file has a judge", "signalbox", coverage(files, judges));
  watch.begins(busyJudges(judges, subject).length + 2);
  watch.ends(fresh);
  watch.ends(covered);
  const rulings = await judgeAll(judges, subject, lookFor, watch);
  return { kind: "judged", fileCount, rulings: [fresh, ...rulings, covered] };
}
