import type { Files } from "../../generators/output.ts";
import type { Problem } from "../../generators/problem.ts";
import { manifestPath } from "../build/manifest.ts";
import { counted, type Judge, type Verdict } from "./judge.ts";

/** Whether every generated file has a judge: a file that nobody looks at would be deployed on trust. */
export function coverage(files: Files, judges: readonly Pick<Judge, "isAbout">[]): Verdict {
  // The manifest is judged by every build, which rests on it.
  const paths = Object.keys(files).filter((path) => path !== manifestPath);
  const unjudged = paths.filter((path) => !judges.some(({ isAbout }) => isAbout(path)));
  return { judged: counted(paths.length, "file"), problems: unjudged.sort().map(problem) };
}

function problem(path: string): Problem {
  return {
    check: "every-file-is-judged",
    place: { file: `out/${path}`, line: 1 },
    message: "nobody judges this file",
    fix: "give it a judge in scripts/validate/judges/",
  };
}
