import type {
  InputDashboard,
  InputPanel,
  InputVariable,
} from "../../../generators/import/dashboards/input-dashboard.ts";
import { labelValues, nodeOfText } from "../../../generators/import/dashboards/dashboard-readers.ts";
import { asVector } from "../../../generators/import/words/as-vector.ts";
import { type Said, type SeriesNamed, Unsayable } from "../../../generators/import/words/said.ts";
import { inWords } from "../../../generators/import/words/say.ts";
import { headsIn, wordsIn } from "../../../generators/import/words/word-code.ts";
import * as language from "../../../generators/language/index.ts";
import { camelCase, kebabCase, titleOf } from "../../code/names.ts";
import type { WrittenFile } from "../../new/written-files.ts";
import type { Handles } from "../imported-service.ts";
import { promqlCode } from "../text-expression.ts";
import { codeOfWords } from "../words-code.ts";
import type { NeedingCode } from "./board-code.ts";
import type { BoardFile } from "./board-file.ts";
import { boardFile, freeName } from "./board-files.ts";
import type { ImportedBoards } from "./board-outcomes.ts";

/** Where dashboards of a service are written, and with what. */
export interface BoardsOf extends ImportedBoards {
  /** Of the service. */
  readonly name: string;
  readonly folder: string;
  readonly series: SeriesNamed;
  readonly handles: Handles;
}

/** A file for each dashboard, and one that exports them where there are several. */
export function boardFiles(wanted: BoardsOf): readonly (BoardFile | WrittenFile)[] {
  const { boards, folder, name, outcomes } = wanted;
  const uids = uidsOf(boards);
  const isOne = boards.length === 1;
  const [files, exports] = [new Set(["index"]), new Set(Object.keys(language))];
  const written = boards.map((board) => {
    const called = kebabCase(board.title) || "dashboard";
    const path = isOne ? `${folder}/dashboards.ts` : `${folder}/dashboards/${freeFile(called, files)}.ts`;
    const exported = freeName(camelCase(called), exports);
    const uid = uids.get(board) ?? called;
    return boardFile({ board, uid, path, exported, folder: titleOf(name), outcomes, ...sayingOf(wanted) });
  });
  if (written.length < 2) return written;
  const lines = written.map(({ path }) => `export * from "./${path.slice(path.lastIndexOf("/") + 1)}";\n`);
  return [{ kind: "new", path: `${folder}/dashboards/index.ts`, text: lines.sort().join("") }, ...written];
}

function freeFile(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}

/** As they are, so that addresses stay right; where there is none that the language takes, by the title. */
export function uidsOf(boards: readonly InputDashboard[]): ReadonlyMap<InputDashboard, string> {
  const taken = new Set<string>();
  return new Map(
    boards.map((board) => {
      const wanted = /^[\w-]{1,40}$/.test(board.uid) ? board.uid : kebabCase(board.title).slice(0, 36);
      return [board, freeFile(wanted || "dashboard", taken)] as const;
    }),
  );
}

function sayingOf({ series, handles }: BoardsOf) {
  return {
    expression: (expr: string, asText: boolean): NeedingCode => {
      const said = asText ? undefined : saidOf(expr, series);
      if (said) return codeOf(said, handles);
      return { code: promqlCode(expr), needs: { words: ["promql"], exports: [] } };
    },
    selector: (variable: InputVariable): NeedingCode | undefined => {
      const asked = labelValues(variable);
      const worded = asked && inWords(asked.node, series);
      return worded && "said" in worded ? codeOf(worded.said, handles) : undefined;
    },
  };
}

/** An expression of a panel in typed words; undefined: there are none. */
export function saidOf(expr: string, series: SeriesNamed): Said | undefined {
  const node = nodeOfText(expr);
  const worded = node && inWords(node, series);
  if (!worded || !("said" in worded)) return undefined;
  try {
    return asVector(worded.said);
  } catch (error) {
    if (error instanceof Unsayable) return undefined;
    throw error;
  }
}

function codeOf({ code }: Said, { handleOf }: Handles): NeedingCode {
  const used = headsIn(code).flatMap((head) => (head.kind === "series" ? [handleOf(head.name)] : []));
  return {
    code: codeOfWords(code, (name) => handleOf(name).code),
    needs: {
      words: [...wordsIn(code), ...used.flatMap(({ words }) => words)],
      exports: used.flatMap(({ exports }) => exports),
    },
  };
}

/** All panels of dashboards. */
export function panelsOf(boards: readonly InputDashboard[]): InputPanel[] {
  return boards.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels));
}
