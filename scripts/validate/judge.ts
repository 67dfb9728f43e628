import type { Problem } from "../../generators/problem.ts";
import type { Tool, ToolName } from "../tools/find-tool.ts";
import type { Library } from "./library.ts";
import type { Subject } from "../../generators/targets/validation/validator.ts";

/** What a judge found. */
export interface Verdict {
  /** What was looked at, counted: `36 alerts`. */
  readonly judged: string;
  /** None: all is well. */
  readonly problems: readonly Problem[];
}

interface Duty {
  /** The name of its file in `judges/`; stands behind each of its problems. */
  readonly id: string;
  /** What it judges, in the words of the table: `alert routing`. */
  readonly what: string;
  /** Whether it judges this path under out/. */
  readonly isAbout: (path: string) => boolean;
}

/** A judge that starts a real program. */
export interface ToolJudge extends Duty {
  readonly tool: ToolName;
  readonly judge: (subject: Subject, tool: Tool) => Promise<Verdict>;
}

/** A judge that needs nothing but what `npm ci` installs. */
export interface LibraryJudge extends Duty {
  readonly library: Library;
  readonly judge: (subject: Subject) => Promise<Verdict>;
}

export type Judge = ToolJudge | LibraryJudge;

/** The paths of the subject that the judge is about, sorted. */
export function pathsFor({ isAbout }: Pick<Judge, "isAbout">, { files }: Pick<Subject, "files">): string[] {
  return Object.keys(files).filter(isAbout).sort();
}

export { counted } from "../../generators/targets/validation/validator.ts";
