import type { Definitions } from "./language/platform.ts";
import { allowingDefinitions } from "./model/allowing-definitions.ts";
import { resolve } from "./model/resolve.ts";
import { shapeProblems, unexpectedDefinitions } from "./model/shape.ts";
import { structureProblems } from "./model/structure/index.ts";
import { runChecks } from "./check.ts";
import { checks, checksOfValues } from "./checks/index.ts";
import { secretsCheck } from "./checks/texts/no-secret-values.ts";
import { forgetful, type Keeper, type Short } from "./keep/keeper.ts";
import type { Files } from "./output.ts";
import { parts, type Part } from "./targets/part.ts";
import { filesInTurn } from "./targets/index.ts";
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

/** A file of `out/`. */
export interface CompiledFile {
  readonly path: string;
  /** Made when somebody asks, which nobody need who has the file with this digest. */
  readonly text: () => string;
  /** Of the text, where it is known. */
  readonly digest?: string;
}

/** What was compiled so far that its files can be made, or why they cannot. */
export interface Compilation extends Pick<Compiled, "problems" | "model"> {
  /**
   * Can be gone through once: each file is made when its turn comes, and nobody holds those before it. A problem among them is
   * found in a text; then none of the files may be written.
   */
  readonly files: Iterable<CompiledFile | Problem>;
}

/** What is known of the project besides its definitions. */
export interface About {
  /** What its package.json says as `repository`, as text. */
  readonly repository?: string | undefined;
}

/** Turns definitions into the files of `out/`, or into everything that is wrong with them. Pure: it reads and writes nothing. */
export function compile(definitions: Definitions, about?: About): Compiled {
  return collected(compilation(definitions, about));
}

/** Does a part of the work, and may look how long it takes. */
export type During = <T>(phase: string, work: () => T) => T;

/** How it is compiled; what comes of it is the same. */
export interface Way {
  /** The parts whose files are made. Left out: all. */
  readonly only?: readonly Part[] | undefined;
  /** Left out: everything is made. */
  readonly keeper?: Keeper | undefined;
  readonly during?: During | undefined;
}

/** The same with the files one after the other, for whoever need not hold them all. */
export function compilation(
  definitions: Definitions,
  { repository }: About = {},
  { only = parts, keeper = forgetful, during = (_phase, work) => work() }: Way = {},
): Compilation {
  const malformed = during("shape", () => malformedIn(definitions));
  if (malformed.length > 0) return failed(malformed);
  const { model: resolved, problems: unresolved } = during("resolve", () => resolve(definitions));
  const model = during("rule tests", () => testedModel({ ...resolved, repository }, keeper));
  const found = during("checks", () => runChecks(checks, model, allowingDefinitions(model)));
  const problems = [...unresolved, ...found];
  if (problems.length > 0) return failed(problems);
  return { problems, files: checkedFiles(model, { only, keeper, during }), model };
}

/**
 * The model alone, for whoever compares it with another: what the checks say of it is not asked.
 *
 * @returns problems where there is no model to speak of
 */
export function uncheckedModel(
  definitions: Definitions,
  { repository }: About = {},
  keeper: Keeper = forgetful,
): { readonly problems: readonly Problem[] } | { readonly model: TestedModel } {
  const malformed = malformedIn(definitions);
  if (malformed.length > 0) return { problems: sortProblems(malformed) };
  const { model, problems } = resolve(definitions);
  return problems.length > 0
    ? { problems: sortProblems(problems) }
    : { model: testedModel({ ...model, repository }, keeper) };
}

/** What the checks find in it. */
export function findingsOf(model: TestedModel): readonly Problem[] {
  return sortProblems(runChecks(checks, model, allowingDefinitions(model)));
}

/** What is wrong with single values: those that no program could bear are said first, for the shapes would say it again. */
function malformedIn(definitions: Definitions): readonly Problem[] {
  const untyped = structureProblems(definitions);
  if (untyped.length > 0) return untyped;
  const unexpected = unexpectedDefinitions(definitions);
  if (unexpected.length > 0) return unexpected;
  const unbearable = runChecks(checksOfValues, definitions, []);
  return unbearable.length > 0 ? unbearable : shapeProblems(definitions);
}

function failed(problems: readonly Problem[]): Compilation {
  return { problems: sortProblems(problems), files: [] };
}

function* checkedFiles(
  model: TestedModel,
  { only, keeper, during }: { readonly [K in keyof Way]-?: NonNullable<Way[K]> },
): Generator<CompiledFile | Problem> {
  const problemsOf = secretsCheck(model);
  for (const part of only) {
    for (const making of inTurn(filesInTurn(model, [part]), (next) => during(part, next))) {
      const make = () => keeper.answer(making, digestsOf(model, keeper), model);
      const { kept, whole } = during(part, make);
      if (kept) {
        for (const [path, digest] of kept) yield { path, digest, text: () => whole()[path] ?? "" };
        continue;
      }
      for (const [path, text] of Object.entries(during(part, whole))) {
        yield* during("secrets", () => problemsOf(path, text));
        yield { path, text: () => text };
      }
    }
  }
}

/** One after the other, each looked for by this. */
function* inTurn<T>(
  all: Iterator<T>,
  look: (next: () => IteratorResult<T>) => IteratorResult<T>,
): Generator<T> {
  for (let one = look(() => all.next()); one.done !== true; one = look(() => all.next())) yield one.value;
}

type Digests = readonly (readonly [path: string, digest: string])[];

/** Of files the digests are kept: their texts stand in `out/`. What is wrong with one is found anew each time. */
function digestsOf(model: TestedModel, { digest }: Keeper): Short<Files, Digests> {
  return {
    of(files) {
      const problemsOf = secretsCheck(model);
      const isFine = Object.entries(files).every(([path, text]) => problemsOf(path, text).length === 0);
      return isFine ? Object.entries(files).map(([path, text]) => [path, digest(text)] as const) : undefined;
    },
    isKept: (value): value is Digests => Array.isArray(value) && value.every(isDigest),
  };
}

function isDigest(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
}

/** All files at once. */
export function collected(compiling: Compilation): Compiled {
  const { problems, model } = compiling;
  const files: Record<string, string> = {};
  const found = [...problems];
  for (const made of compiling.files) {
    if ("place" in made) found.push(made);
    else files[made.path] = made.text();
  }
  return found.length > 0 || model === undefined
    ? { problems: sortProblems(found), files: {} }
    : { problems: [], files, model };
}
