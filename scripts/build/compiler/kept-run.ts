import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { engine } from "../../engine.ts";
import { contentKey } from "../../kept/content-key.ts";
import { keptFolder } from "../../kept/kept-folder.ts";
import { openShelf } from "../../kept/shelf.ts";
import type { Project } from "../../project/project.ts";
import { notesAt, putNotesBack, takeNotes } from "./compiler-notes.ts";
import { readsOf, type CompilerReads } from "./compiler-reads.ts";
import { fingerprint, isInstalled } from "./fingerprint.ts";
import { runCompiler, type CompilerRun } from "./run-compiler.ts";

/** What is known of the last run under a configuration. */
interface LastRun {
  readonly reads: CompilerReads;
  /**
   * The name of what the compiler noted down, so that it need not look at the same file twice; left out where a file adds to the types
   * of another one, because then it has to.
   */
  readonly notes?: string;
  /** The name of all that it read, where it had nothing to say: then there is nothing to repeat. */
  readonly accepted?: string;
}

/**
 * Runs the compiler under a configuration: from where the last run ended, or not at all where nothing that it reads has changed and it
 * had nothing to say. Mistakes it finds again each time.
 *
 * Its notes are believed only as they were when the run ended that wrote them: of two builds at once, or after one that was
 * interrupted, a run begins anew, and nothing worse happens.
 *
 * @param fresh whether nothing is believed of an earlier run, and nothing kept
 */
export async function keptRun(project: Project, config: string, fresh: boolean): Promise<CompilerRun> {
  const args = argumentsFor(config);
  const place = { folder: project.root, files: countFiles(dirname(project.definitions)) };
  const folder = fresh ? undefined : keptFolder(project);
  if (folder === undefined) return runCompiler(args, place);
  const key = keyOf(args);
  const notes = notesAt(join(folder, `types-${key.slice(0, 16)}.tsbuildinfo`));
  const places = { folder: dirname(config), out: project.out };
  const shelf = openShelf("types", project, isLastRun);
  const last = shelf.get(key);
  const before = last && fingerprint(last.reads, places);
  if (last?.accepted !== undefined && last.accepted === before) return { code: 0, output: "" };
  if (!takeNotes(notes, last?.notes)) return runCompiler(args, place);
  const run = await runCompiler([...args, "--incremental", "--tsBuildInfoFile", notes.taken], place);
  // Such as on a full disk.
  if (/^error TS5033: .*tsbuildinfo/m.test(run.output)) return runCompiler(args, place);
  const text = putNotesBack(notes);
  if (text === undefined) return run;
  const reads = readsOf(text, { buildInfo: notes.path, config });
  if (reads === undefined) return run;
  const looksAnew = reads.files.some(augments);
  const whole = looksAnew && last?.notes !== undefined ? await runCompiler(args, place) : run;
  // What was saved while it ran, it may have read as it was before or as it is now.
  const isSettled = whole.code === 0 && before !== undefined && before === fingerprint(reads, places);
  shelf.put(key, {
    reads,
    ...(looksAnew ? {} : { notes: contentKey(text) }),
    ...(isSettled ? { accepted: before } : {}),
  });
  shelf.save();
  return whole;
}

/** What the compiler reads now, where it is known to have nothing to say. */
export function acceptedReads(project: Project, config: string): CompilerReads | undefined {
  const last = openShelf("types", project, isLastRun).get(keyOf(argumentsFor(config)));
  if (last?.accepted === undefined) return undefined;
  const now = fingerprint(last.reads, { folder: dirname(config), out: project.out });
  return last.accepted === now ? last.reads : undefined;
}

function argumentsFor(config: string): readonly string[] {
  return ["--project", config, "--noEmit", "--pretty", "false"];
}

// What the compiler accepts depends on nothing of the engine but its types, which are among what it reads.
function keyOf(args: readonly string[]): string {
  return contentKey(engine.versionOf("typescript"), ...args);
}

/**
 * Whether a file adds to the types of another one: what that one then has against it, the compiler finds only where it looks at all of
 * them anew.
 */
function augments(file: string): boolean {
  return !isInstalled(file) && /\bdeclare\s+module\b/.test(readFileSync(file, "utf8"));
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true }).length;
}

function isLastRun(value: unknown): value is LastRun {
  if (typeof value !== "object" || value === null) return false;
  if (!("reads" in value) || !isReads(value.reads)) return false;
  const names = [
    "notes" in value ? value.notes : undefined,
    "accepted" in value ? value.accepted : undefined,
  ];
  return names.every((name) => name === undefined || typeof name === "string");
}

function isReads(value: unknown): value is CompilerReads {
  if (typeof value !== "object" || value === null || !("files" in value) || !("missing" in value))
    return false;
  return [value.files, value.missing].every(
    (names) => Array.isArray(names) && names.every((name) => typeof name === "string"),
  );
}
