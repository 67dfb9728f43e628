import type {
  InputDashboard,
  InputPanel,
  InputVariable,
} from "../../../generators/import/dashboards/input-dashboard.ts";
import type { Problem } from "../../../generators/problem.ts";
import type { BoardFile } from "./board-file.ts";

/** What was found of dashboards when they were built. */
export interface BoardOutcomes {
  /** Panels whose typed words the compiler refuses. */
  readonly asText: ReadonlySet<InputPanel>;
  /** Panels that the build refuses in any word, with what it says. */
  readonly raw: ReadonlyMap<InputPanel, string>;
  /** Checks that find something in a panel as it was imported. */
  readonly allowed: ReadonlyMap<InputPanel, ReadonlyMap<string, string>>;
  /** Variables that the build refuses. */
  readonly refused: ReadonlyMap<InputVariable, string>;
}

/** Dashboards that become definitions of a service. */
export interface ImportedBoards {
  readonly boards: readonly InputDashboard[];
  readonly outcomes: BoardOutcomes;
}

export const noBoardOutcomes: BoardOutcomes = {
  asText: new Set(),
  raw: new Map(),
  allowed: new Map(),
  refused: new Map(),
};

export interface DecidedBoards {
  readonly outcomes: BoardOutcomes;
  /** Problems of no panel and no variable. */
  readonly others: readonly Problem[];
  readonly isNew: boolean;
}

/** Brings the problems of a build to the panels and variables at whose lines they are. */
export function decidedBoards(
  problems: readonly Problem[],
  files: readonly BoardFile[],
  before: BoardOutcomes,
): DecidedBoards {
  const asText = new Set(before.asText);
  const raw = new Map(before.raw);
  const allowed = new Map(before.allowed);
  const refused = new Map(before.refused);
  const others: Problem[] = [];
  let isNew = false;
  for (const problem of problems) {
    const at = partAt(problem, files);
    if (!at) {
      others.push(problem);
      continue;
    }
    const [reason = ""] = problem.message.split("\n");
    const isCode = problem.check === "definitions-compile" || problem.check === "definitions-load";
    if ("query" in at) refused.set(at, reason);
    else if (isCode && !before.asText.has(at)) asText.add(at);
    else if (isCode || before.allowed.get(at)?.has(problem.check)) raw.set(at, reason);
    else allowed.set(at, new Map([...(allowed.get(at) ?? []), [problem.check, allowance(problem)]]));
    isNew = true;
  }
  return { outcomes: { asText, raw, allowed, refused }, others, isNew };
}

function partAt({ place }: Problem, files: readonly BoardFile[]): InputPanel | InputVariable | undefined {
  const parts = files.find(({ path }) => path === place.file)?.parts ?? [];
  return parts.findLast(({ line }) => line <= place.line)?.part;
}

/** What follows from what was imported: nothing is wrong with it. */
export const withoutDescription = "imported without a description";

function allowance({ check, message }: Problem): string {
  if (check === "texts-are-written") return withoutDescription;
  const [first = message] = message.split("\n");
  return `as it was imported: ${first.replace(/^panel "(?:[^"\\]|\\.)*"[^:]*: /, "")}`;
}
