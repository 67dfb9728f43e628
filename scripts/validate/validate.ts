import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import type { Problem } from "../../generators/problem.ts";
import { parsedOnce } from "../../generators/targets/validation/parse-file.ts";
import { validators } from "../../generators/targets/index.ts";
import { counted } from "../../generators/targets/validation/subject.ts";
import type { Validator } from "../../generators/targets/validation/validator.ts";
import { build } from "../build/build.ts";
import { compileDefinitions } from "../build/compile-definitions.ts";
import { manifestPath } from "../build/manifest.ts";
import type { Project } from "../project/project.ts";
import type { ToolName, ToolSearch } from "../tools/find-tool.ts";
import { editedFiles, freshness, missingFiles } from "./freshness.ts";
import { unwatched, type ValidationWatch } from "./progress.ts";
import { nothingKnown, readingBy, saveKnown, soundBy, type Known } from "./known.ts";
import { busyValidators, runOf, runValidators, type LookForTools } from "./run-validators.ts";
import { filesOfRule, noSuchRule, validatorsOfRule } from "./only-rule.ts";
import { secretScan } from "./secret-scan.ts";
import { moduleTexts } from "./source-files.ts";
import { startAhead } from "./start-ahead.ts";
import { libraryValidation, type Result, type Validation } from "./validation.ts";

export type ValidateOutcome =
  /** The definitions do not compile, or out/ cannot be read: there is nothing to validate. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** There is no such rule, in words for a person. */
  | { readonly kind: "unknown rule"; readonly complaint: string }
  | {
      readonly kind: "validated";
      readonly fileCount: number;
      readonly validations: readonly Validation[];
      /** The rule that alone was validated, and how many validators were not asked. Left out: all was validated. */
      readonly only?: { readonly rule: string; readonly leftOut: number };
    };

/** How a project is validated. */
export interface ValidateOptions {
  readonly lookFor: LookForTools;
  readonly watch?: ValidationWatch;
  /** Left out: nothing is known, and everything is asked. */
  readonly known?: Known;
  /** Only this alert or recording. Left out: everything. */
  readonly rule?: string | undefined;
}

/** Validates out/: first whether it matches the definitions, then every file of it with its own tools. */
export async function validate(project: Project, options: ValidateOptions): Promise<ValidateOutcome> {
  const { watch = unwatched, known = nothingKnown(), rule } = options;
  const lookFor = onceEach(options.lookFor);
  try {
    // They need not know the definitions, and start while these are being loaded.
    startAhead(project.out, { lookFor, known, rule });
    return await validated(project, { lookFor, watch, known, rule });
  } finally {
    await known.alertmanagers.stop();
    saveKnown(known);
  }
}

/** Looks for each tool once, whoever wants it. */
function onceEach(lookFor: LookForTools): LookForTools {
  const searches = new Map<ToolName, Promise<ToolSearch>>();
  return (names) => {
    const found = lookFor(names.filter((name) => !searches.has(name)));
    for (const [name, search] of found) searches.set(name, search);
    return searches;
  };
}

async function validated(
  project: Project,
  { lookFor, watch, known, rule }: Required<ValidateOptions>,
): Promise<ValidateOutcome> {
  const compiled = await compileDefinitions(project);
  const outFolder = project.out;
  const outcome = build({ compiled, outFolder, mode: "check" });
  const { model } = compiled;
  if (outcome.kind !== "checked" || model === undefined) {
    return { kind: "refused", problems: "problems" in outcome ? outcome.problems : [] };
  }
  const complaint = rule === undefined ? undefined : noSuchRule(rule, model);
  if (complaint !== undefined) return { kind: "unknown rule", complaint };
  const fileCount = outcome.paths.length;
  const fresh = libraryValidation("out/ against the definitions", "signalbox", freshness(outcome));
  // The tools would complain of each missing file in words of their own.
  if (missingFiles(outcome.changes).length > 0) return { kind: "validated", fileCount, validations: [fresh] };
  const all = readFiles(outFolder, outcome.paths);
  const { wanted, files, covered, only } = rule === undefined ? everything(all) : aboutRule(all, rule);
  const stale = new Set(editedFiles(outcome.changes));
  const asKnown = { sound: soundBy(known), reading: readingBy(known), parse: parsedOnce() };
  const subject = { model, outFolder, files, stale, ...asKnown, ...(only && { only: only.rule }) };
  // Of a rule alone nothing else is looked at.
  const scans = only ? [] : [{ texts: scannedTexts(project, files), model }];
  watch.begins(busyValidators(wanted, subject).length + 1 + scans.length + covered.length);
  for (const done of [fresh, ...covered]) watch.ends(done);
  const howToRun = (validator: Validator) => runOf(validator, known);
  const running = runValidators(wanted, subject, lookFor, watch, howToRun);
  const scanned = scans.map((texts) => secretScan(texts, known.sound, watch));
  const validations = [fresh, ...(await running), ...(await Promise.all(scanned)), ...covered];
  return {
    kind: "validated",
    fileCount: Object.keys(files).length,
    validations,
    ...(only && { only }),
  };
}

/** All that is committed and written by an author or by the build. */
function scannedTexts(project: Project, files: Files): Files {
  const made = Object.entries(files).map(([path, text]) => [`out/${path}`, text] as const);
  return Object.fromEntries([...made, ...moduleTexts(project)]);
}

/** What is looked at, and by which validators. */
interface Extent {
  readonly wanted: readonly Validator[];
  readonly files: Files;
  /** Whether all that there is has a validator, where all of it is looked at. */
  readonly covered: readonly Validation[];
  readonly only?: { readonly rule: string; readonly leftOut: number };
}

function everything(files: Files): Extent {
  const covered = libraryValidation("every file has a validator", "signalbox", coverage(files, validators));
  return { wanted: validators, files, covered: [covered] };
}

function aboutRule(all: Files, rule: string): Extent {
  const files = filesOfRule(all, rule);
  const count = (some: readonly Validator[], those: Files) => busyValidators(some, { files: those }).length;
  const leftOut = count(validators, all) - count(validatorsOfRule, files);
  return { wanted: validatorsOfRule, files, covered: [], only: { rule, leftOut } };
}

/** Reads these files of out/, and no others: a folder of secrets may be beside them. */
function readFiles(outFolder: string, paths: Iterable<string>): Files {
  return Object.fromEntries([...paths].map((path) => [path, readFileSync(join(outFolder, path), "utf8")]));
}

/** Whether every generated file has a validator: a file that nobody looks at would be deployed on trust. */
export function coverage(files: Files, all: readonly Pick<Validator, "covers">[]): Result {
  // Every build reads the manifest, and refuses one that is wrong.
  const paths = Object.keys(files).filter((path) => path !== manifestPath);
  const uncovered = paths.filter((path) => !all.some(({ covers }) => covers(path)));
  return {
    checked: counted(paths.length, "file"),
    problems: uncovered.sort().map((path) => ({
      check: "every-file-is-validated",
      place: { file: `out/${path}`, line: 1 },
      message: "no validator covers this file",
      fix: "add a validator to the target in generators/targets/ that writes it",
    })),
  };
}
