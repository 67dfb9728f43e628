import { setImmediate as nextTurn } from "node:timers/promises";
import type { MissingTool, ToolName, ToolSearch } from "../tools/find-tool.ts";
import { pathsFor, type Judge, type Verdict } from "./judge.ts";
import { libraryVersion, type Library } from "./library.ts";
import { unwatched, type ValidationWatch } from "./progress.ts";
import type { Subject } from "./subject.ts";

/** A line of the table: what was judged, by what, and what came of it. */
export interface Ruling {
  readonly what: string;
  /** With its version: `promtool 3.5.3`. */
  readonly by: string;
  /** A missing tool gives no verdict. */
  readonly result: Verdict | { readonly missing: MissingTool };
}

/** A verdict of signalbox itself, or of a library. */
export function libraryRuling(what: string, library: Library, verdict: Verdict): Ruling {
  return { what, by: `${library} ${libraryVersion(library)}`, result: verdict };
}

/** Looks for several tools: the search for each, by its name. */
export type LookForTools = (names: readonly ToolName[]) => ReadonlyMap<ToolName, Promise<ToolSearch>>;

/** The judges that have something to judge. */
export function busyJudges(judges: readonly Judge[], subject: Pick<Subject, "files">): Judge[] {
  return judges.filter((judge) => pathsFor(judge, subject).length > 0);
}

/**
 * Has every judge judge that has something to judge, all at the same time; each tool is looked for once.
 *
 * @returns the rulings in the order of the judges
 */
export async function judgeAll(
  judges: readonly Judge[],
  subject: Subject,
  lookFor: LookForTools,
  watch: ValidationWatch = unwatched,
): Promise<Ruling[]> {
  const busy = busyJudges(judges, subject);
  const names = new Set(busy.flatMap((judge) => ("tool" in judge ? [judge.tool] : [])));
  const searches = lookFor([...names]);
  return Promise.all(
    busy.map(async (judge) => {
      const ruling = await rule(judge, subject, searches, () => watch.starts(judge.what));
      watch.ends(ruling);
      return ruling;
    }),
  );
}

type Searches = ReadonlyMap<ToolName, Promise<ToolSearch>>;

async function rule(judge: Judge, subject: Subject, searches: Searches, starts: () => void): Promise<Ruling> {
  if (!("tool" in judge)) {
    // First the tools, which are programs of their own: they run while the libraries keep this one busy.
    await Promise.all(searches.values());
    await nextTurn();
    starts();
    return libraryRuling(judge.what, judge.library, await orFailure(judge, () => judge.judge(subject)));
  }
  const search = await searches.get(judge.tool);
  if (!search) throw new Error(`nobody looked for ${judge.tool}`);
  if (!search.found) return { what: judge.what, by: judge.tool, result: { missing: search.missing } };
  const { tool } = search;
  starts();
  const verdict = await orFailure(judge, () => judge.judge(subject, tool));
  return { what: judge.what, by: `${tool.name} ${tool.version}`, result: verdict };
}

/** A judge that breaks down, as when its tool hangs, is a problem beside the others, and not the end of them. */
async function orFailure({ id, what }: Judge, work: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await work();
  } catch (error) {
    const message = `the judge of "${what}" broke down: ${error instanceof Error ? error.message : String(error)}`;
    const place = { file: `scripts/validate/judges/${id}.ts`, line: 1 };
    return {
      judged: "nothing",
      problems: [{ check: id, place, message, fix: "run it again; if it stays, fix the judge" }],
    };
  }
}
