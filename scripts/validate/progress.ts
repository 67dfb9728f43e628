import { masked } from "../../generators/secrets/masked.ts";
import { counted } from "../../generators/targets/validation/subject.ts";
import type { StatusLine } from "../tools/status-line.ts";
import type { Validation } from "./validation.ts";

/** Follows the progress of a validation. */
export interface ValidationWatch {
  /** How many validators there are. */
  readonly begins: (validators: number) => void;
  /** A validator has started, named as in the table. */
  readonly starts: (what: string) => void;
  /** A validator is done, or will never start because its tool is missing. */
  readonly ends: (validation: Validation) => void;
}

export const unwatched: ValidationWatch = {
  begins: () => undefined,
  starts: () => undefined,
  ends: () => undefined,
};

/** In a log a line for each quarter is enough. */
const linesInLog = 4;

/** Shows on the line how many validators are done and which are running, and why one failed as soon as it has. */
export function watchOn(line: StatusLine): ValidationWatch {
  const running = new Set<string>();
  const missing = new Set<string>();
  let all = 0;
  let done = 0;
  const text = () => {
    const now = running.size === 0 ? "" : `; now: ${[...running].join(", ")}`;
    return `${done} of ${all} validators done${now}`;
  };
  const failure = (validation: Validation): string | undefined => {
    if (!("missing" in validation.result)) return failureText(validation);
    const { name, reasons } = validation.result.missing;
    // Several validators may want it.
    if (missing.has(name)) return undefined;
    missing.add(name);
    return `missing: ${name}: ${reasons.join("; ")}`;
  };
  return {
    begins: (validators) => (all = validators),
    starts: (what) => {
      running.add(what);
      line.show(text());
    },
    ends: (validation) => {
      running.delete(validation.what);
      const why = failure(validation);
      if (why !== undefined) line.say(why);
      const quarters = Math.floor((done / all) * linesInLog);
      done += 1;
      if (Math.floor((done / all) * linesInLog) > quarters) line.step(`${done} of ${all} validators done`);
      line.show(text());
    },
  };
}

/** What a validator found, in one line: the list at the end has all of it. */
function failureText({ what, by, result }: Validation): string | undefined {
  const [first] = "missing" in result ? [] : result.problems;
  if (first === undefined || "missing" in result) return undefined;
  const { place, message } = first;
  const count = counted(result.problems.length, "problem");
  const which = result.problems.length === 1 ? count : `${count}, the first`;
  return `failed: ${what}, by ${by}: ${which}: ${place.file}:${place.line}: ${masked(message).split("\n")[0]}`;
}
