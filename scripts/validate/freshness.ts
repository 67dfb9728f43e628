import { counted } from "../../generators/targets/validation/subject.ts";
import type { Problem } from "../../generators/problem.ts";
import type { BuildOutcome } from "../build/build.ts";
import type { Change } from "../build/plan.ts";
import type { Result } from "./validation.ts";

const check = "out-is-fresh";
const fix = "signalbox build";
/** Enough to see where the change was made; `signalbox build --check` lists all. */
const mostNamed = 10;

/** Whether out/ matches the definitions, from what a build found that only looked. */
export function freshness(outcome: Extract<BuildOutcome, { kind: "checked" }>): Result {
  const { changes, leftovers, problems, paths } = outcome;
  const surplus = [...pathsOf(changes, "deleted"), ...leftovers];
  const stale = [
    problem(pathsOf(changes, "changed"), ["does not match the definitions", "do not match the definitions"]),
    problem(pathsOf(changes, "new"), ["is missing", "are missing"]),
    problem(surplus, ["is no longer generated", "are no longer generated"]),
  ];
  return { checked: counted(paths.length, "file"), problems: [...stale.flat(), ...problems] };
}

/** Files that the definitions ask for and that do not exist: without them the others cannot be validated. */
export function missingFiles(changes: readonly Change[]): string[] {
  return pathsOf(changes, "new");
}

/** Files that are there, but are not what the definitions say. */
export function editedFiles(changes: readonly Change[]): string[] {
  return pathsOf(changes, "changed");
}

function pathsOf(changes: readonly Change[], kind: Change["kind"]): string[] {
  return changes.filter((change) => change.kind === kind).map(({ path }) => path);
}

/** One problem for all files of a kind: one build fixes them all. */
function problem(paths: readonly string[], [ofOne, ofSeveral]: readonly [string, string]): Problem[] {
  const [first] = paths;
  if (first === undefined) return [];
  const named = paths.slice(0, mostNamed).map((path) => `out/${path}`);
  const others = paths.length > mostNamed ? [`${paths.length - mostNamed} more`] : [];
  const files = [...named, ...others].join(", ");
  const message = `out/ is stale: ${files} ${paths.length === 1 ? ofOne : ofSeveral}`;
  return [{ check, place: { file: `out/${first}`, line: 1 }, message, fix }];
}
