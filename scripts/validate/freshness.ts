import type { Problem } from "../../generators/problem.ts";
import type { BuildOutcome } from "../build/build.ts";
import type { Change } from "../build/plan.ts";
import { counted, type Verdict } from "./judge.ts";

const check = "out-is-fresh";
const fix = "signalbox build";
/** Enough to see where the change was made; `signalbox build --check` lists all. */
const mostNamed = 10;

/** Whether out/ is what the definitions say, from what a build found that only looked. */
export function freshness(outcome: Extract<BuildOutcome, { kind: "checked" }>): Verdict {
  const { changes, leftovers, problems, fileCount } = outcome;
  const surplus = [...pathsOf(changes, "deleted"), ...leftovers];
  const stale = [
    problem(pathsOf(changes, "changed"), (files) => `${files} not as the definitions say`),
    problem(pathsOf(changes, "new"), (files) => `${files} missing`),
    problem(surplus, (files) => `${files} no longer generated`),
  ];
  return { judged: counted(fileCount, "file"), problems: [...stale.flat(), ...problems] };
}

/** The files that the definitions say and that are not there: the others cannot be judged as a whole. */
export function missingFiles(changes: readonly Change[]): string[] {
  return pathsOf(changes, "new");
}

function pathsOf(changes: readonly Change[], kind: Change["kind"]): string[] {
  return changes.filter((change) => change.kind === kind).map(({ path }) => path);
}

/** One problem for all files of a kind: one build fixes them all. */
function problem(paths: readonly string[], say: (files: string) => string): Problem[] {
  const [first] = paths;
  if (first === undefined) return [];
  const named = paths.slice(0, mostNamed).map((path) => `out/${path}`);
  const others = paths.length > mostNamed ? [`${paths.length - mostNamed} more`] : [];
  const files = `${[...named, ...others].join(", ")} ${paths.length === 1 ? "is" : "are"}`;
  return [{ check, place: { file: `out/${first}`, line: 1 }, message: `out/ is stale: ${say(files)}`, fix }];
}
