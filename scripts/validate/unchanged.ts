import { readdirSync, readFileSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { manifestPath, readManifest } from "../build/manifest.ts";
import { kindOf } from "../build/out-folder.ts";
import { openShelf, type Shelf } from "../kept/shelf.ts";
import type { Project } from "../project/project.ts";
import { nameWithKind } from "../start/known-files.cjs";
import { projectState } from "./project-state.ts";
import type { ValidateOutcome } from "./validate.ts";

/** A validation in which nothing was found: what it looked at, and by what. */
interface ValidState {
  readonly fileCount: number;
  readonly rows: readonly ValidRow[];
}

interface ValidRow {
  readonly what: string;
  readonly checked: string;
  readonly by: string;
}

/** Whether all is as it was when everything was valid, and a place to note that it is. */
export interface Unchanged {
  /** What was found then; undefined: something is different, or was not valid. */
  readonly outcome: ValidateOutcome | undefined;
  readonly note: (outcome: ValidateOutcome) => Promise<void>;
}

/** Compares a project with its last valid state by contents: of its sources, of all of out/, and of the engine; and the tools. */
export async function unchangedSince(project: Project): Promise<Unchanged> {
  const key = await stateOf(project);
  if (key === undefined) return { outcome: undefined, note: async () => {} };
  const shelf: Shelf<ValidState> = openShelf("valid", project, isValidState);
  const state = shelf.get(key);
  return {
    outcome: state && outcomeOf(state),
    note: async (outcome) => {
      const valid = validState(outcome);
      // While it ran, somebody may have saved a file.
      if (valid && (await stateOf(project)) === key) shelf.put(key, valid);
      shelf.save();
    },
  };
}

async function stateOf(project: Project): Promise<string | undefined> {
  const out = outState(project.out);
  return out && projectState(project, ...out);
}

/** What lies in out/ and of which kind each is, and the contents of what the build made: secrets may lie beside it. */
export function outState(folder: string): (string | Uint8Array)[] | undefined {
  try {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).map(pathWithKind).sort();
    const made = readManifest(readFileSync(join(folder, manifestPath), "utf8"));
    return [names.join("\n"), ...[...made].filter(Boolean).map((path) => readFileSync(join(folder, path)))];
  } catch {
    return undefined;
  }
}

/** A link to a file with the same contents is another thing: it may lead out of the folder. */
function pathWithKind(entry: Dirent): string {
  return nameWithKind(join(entry.parentPath, entry.name), kindOf(entry));
}

function validState(outcome: ValidateOutcome): ValidState | undefined {
  if (outcome.kind !== "validated" || outcome.only) return undefined;
  const rows = outcome.validations.flatMap(({ what, by, result }): ValidRow[] =>
    "missing" in result || result.problems.length > 0 ? [] : [{ what, by, checked: result.checked }],
  );
  const { fileCount } = outcome;
  return rows.length === outcome.validations.length ? { fileCount, rows } : undefined;
}

function outcomeOf({ fileCount, rows }: ValidState): ValidateOutcome {
  const validations = rows.map(({ what, by, checked }) => ({ what, by, result: { checked, problems: [] } }));
  return { kind: "validated", fileCount, validations };
}

function isValidState(value: unknown): value is ValidState {
  return (
    typeof value === "object" &&
    value !== null &&
    "fileCount" in value &&
    typeof value.fileCount === "number" &&
    "rows" in value &&
    Array.isArray(value.rows) &&
    value.rows.every(isRow)
  );
}

function isRow(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return ["what", "checked", "by"].every((name) => typeof Reflect.get(value, name) === "string");
}
