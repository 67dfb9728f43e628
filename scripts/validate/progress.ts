import type { StatusLine } from "../tools/status-line.ts";
import { counted } from "./judge.ts";
import type { Ruling } from "./ruling.ts";

/** Is told how a validation goes on. */
export interface ValidationWatch {
  /** How many validators there are. */
  readonly begins: (validators: number) => void;
  /** A validator has begun, in the words of the table. */
  readonly starts: (what: string) => void;
  /** A validator has ended, or will never begin for want of its tool. */
  readonly ends: (ruling: Ruling) => void;
}

export const unwatched: ValidationWatch = {
  begins: () => undefined,
  starts: () => undefined,
  ends: () => undefined,
};

/** In a log a line for each quarter tells enough. */
const linesInLog = 4;

/** Tells on the line how many validators are done and which ones are not, and why one failed as soon as it has. */
export function watchOn(line: StatusLine): ValidationWatch {
  const running = new Set<string>();
  const missing = new Set<string>();
  let all = 0;
  let done = 0;
  const text = () => {
    const now = running.size === 0 ? "" : `; now: ${[...running].join(", ")}`;
    return `${done} of ${all} validators done${now}`;
  };
  const failure = (ruling: Ruling): string | undefined => {
    if (!("missing" in ruling.result)) return failureText(ruling);
    const { name, reasons } = ruling.result.missing;
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
    ends: (ruling) => {
      running.delete(ruling.what);
      const why = failure(ruling);
      if (why !== undefined) line.say(why);
      const quarters = Math.floor((done / all) * linesInLog);
      done += 1;
      if (Math.floor((done / all) * linesInLog) > quarters) line.step(`${done} of ${all} validators done`);
      line.show(text());
    },
  };
}

/** What a validator found, in one line: all of it stands in the list at the end. */
function failureText({ what, by, result }: Ruling): string | undefined {
  const [first] = "missing" in result ? [] : result.problems;
  if (first === undefined || "missing" in result) return undefined;
  const { place, message } = first;
  const count = counted(result.problems.length, "problem");
  const which = result.problems.length === 1 ? count : `${count}, the first`;
  return `failed: ${what}, by ${by}: ${which}: ${place.file}:${place.line}: ${message.split("\n")[0]}`;
}
