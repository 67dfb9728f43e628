import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { engine } from "../../engine.ts";
import { contentKey } from "../../kept/content-key.ts";
import { filesOnDisk, type FilesOnDisk } from "../../kept/files-on-disk.ts";
import { keptFolder } from "../../kept/kept-folder.ts";
import { openShelf } from "../../kept/shelf.ts";
import type { Project } from "../../project/project.ts";
import { ambientDeclarations } from "./ambient-declarations.ts";
import { notesAt, putNotesBack, takeNotes, type CompilerNotes } from "./compiler-notes.ts";
import { readsOf, type CompilerReads } from "./compiler-reads.ts";
import { fingerprint } from "./fingerprint.ts";
import { runCompiler, type CompilerRun } from "./run-compiler.ts";

/** What is known of the last run under a configuration. */
interface LastRun {
  readonly reads: CompilerReads;
  /** The name of what the compiler noted down, so that it need not look at the same file twice. */
  readonly notes: string;
  /** The name of what is declared for all its files; left out where the next run has to begin anew. */
  readonly ambient?: string;
  /** The name of all that it read, where it had nothing to say: then there is nothing to repeat. */
  readonly accepted?: string;
}

export interface KeptRun extends CompilerRun {
  /** What it has read, as far as that is known. */
  readonly reads?: CompilerReads;
  /** Whether it had nothing to say of all that, as it is now: nothing was saved meanwhile. */
  readonly isSettled?: boolean;
}

export interface KeptRunOptions {
  /** Nothing of an earlier run is believed, and nothing kept. */
  readonly fresh?: boolean | undefined;
  /** What is known of the files that it reads. Left out: they are read. */
  readonly disk?: FilesOnDisk | undefined;
}

/**
 * Runs the compiler under a configuration: from where the last run ended, or not at all where nothing that it reads has changed and it
 * had nothing to say. Mistakes it finds again each time.
 *
 * It goes on only from a run that stood on the same: what has changed for all files, it would not find out in those that have not.
 *
 * Its notes are believed only as they were when the run ended that wrote them: of two builds at once, or after one that was
 * interrupted, a run begins anew, and nothing worse happens.
 */
export async function keptRun(
  project: Project,
  config: string,
  { fresh = false, disk = filesOnDisk() }: KeptRunOptions = {},
): Promise<KeptRun> {
  const args = argumentsFor(config);
  const place = { folder: project.root, files: countFiles(dirname(project.definitions)) };
  const folder = fresh ? undefined : keptFolder(project);
  if (folder === undefined) return runCompiler(args, place);
  const key = keyOf(args);
  const notes = notesAt(join(folder, `types-${key.slice(0, 16)}.tsbuildinfo`));
  const places = { folder: dirname(config), out: project.out };
  const shelf = openShelf("types", project, isLastRun);
  const last = shelf.get(key);
  const before = last && fingerprint(last.reads, places, disk);
  if (last?.accepted !== undefined && last.accepted === before)
    return { code: 0, output: "", reads: last.reads, isSettled: true };
  const { run, text, reads, ambient } = (await soundRun(last, notes, { args, config, place, disk })) ?? {};
  // Such as on a full disk.
  if (run === undefined || /^error TS5033: .*tsbuildinfo/m.test(run.output)) return runCompiler(args, place);
  if (text === undefined || reads === undefined) return run;
  // What was saved while it ran, it may have read as it was before or as it is now.
  const isSettled = run.code === 0 && before !== undefined && before === fingerprint(reads, places, disk);
  const known = { ...(ambient === undefined ? {} : { ambient }), ...(isSettled ? { accepted: before } : {}) };
  shelf.put(key, { reads, notes: contentKey(text), ...known });
  shelf.save();
  return { ...run, reads, isSettled };
}

interface RunOptions {
  readonly args: readonly string[];
  readonly config: string;
  readonly place: Parameters<typeof runCompiler>[1];
  readonly disk: FilesOnDisk;
}

/** Runs it from where the last run ended, or anew where that stood on something else. */
async function soundRun(last: LastRun | undefined, notes: CompilerNotes, options: RunOptions) {
  const from = notesToGoOnFrom(last, options.disk);
  const first = await runFrom(from, notes, options);
  // What it stands on by now, only the run itself knows.
  const isSound = from === undefined || first?.ambient === last?.ambient;
  return isSound ? first : runFrom(undefined, notes, options);
}

/** The name of the last run's notes; undefined where the next run has to begin anew. */
function notesToGoOnFrom(last: LastRun | undefined, disk: FilesOnDisk): string | undefined {
  const isOnTheSame = last?.ambient !== undefined && last.ambient === ambientDeclarations(last.reads, disk);
  return isOnTheSame ? last.notes : undefined;
}

/**
 * @param from the name of the notes to go on from; undefined for a run that begins anew
 * @returns undefined where no notes can be written
 */
async function runFrom(from: string | undefined, notes: CompilerNotes, options: RunOptions) {
  const { args, config, place, disk } = options;
  if (!takeNotes(notes, from)) return undefined;
  const run = await runCompiler([...args, "--incremental", "--tsBuildInfoFile", notes.taken], place);
  const text = putNotesBack(notes);
  const reads = text === undefined ? undefined : readsOf(text, { buildInfo: notes.path, config });
  return { run, text, reads, ambient: reads && ambientDeclarations(reads, disk) };
}

function argumentsFor(config: string): readonly string[] {
  return ["--project", config, "--noEmit", "--pretty", "false"];
}

// What the compiler accepts depends on nothing of the engine but its types, which are among what it reads.
function keyOf(args: readonly string[]): string {
  return contentKey(engine.versionOf("typescript"), ...args);
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true }).length;
}

function isLastRun(value: unknown): value is LastRun {
  if (typeof value !== "object" || value === null) return false;
  if (!("reads" in value) || !("notes" in value) || !isReads(value.reads)) return false;
  if ("ambient" in value && typeof value.ambient !== "string") return false;
  return typeof value.notes === "string" && (!("accepted" in value) || typeof value.accepted === "string");
}

function isReads(value: unknown): value is CompilerReads {
  if (typeof value !== "object" || value === null || !("files" in value) || !("missing" in value))
    return false;
  return [value.files, value.missing].every(
    (names) => Array.isArray(names) && names.every((name) => typeof name === "string"),
  );
}
