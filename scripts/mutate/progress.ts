import type { Problem } from "../../generators/problem.ts";
import type { StatusLine } from "../tools/status-line.ts";
import type { MutationProgress } from "./mutate.ts";

/** In a log a line for each tenth tells enough. */
const linesInLog = 10;

/** Shows how many mutants have been tried: on a terminal in one line that changes, else in a line for each tenth. */
export function progressOn(line: StatusLine): (tried: number, all: number) => void {
  let shown = 0;
  return (tried, all) => {
    const text = `${tried} of ${all} mutants tried`;
    const tenth = Math.floor((tried / all) * linesInLog);
    if (tenth > shown) line.step(text);
    else line.show(text);
    shown = Math.max(shown, tenth);
    if (tried === all) line.clear();
  };
}

/** Shows on the line how far it is, and each mutant that survives as soon as it is known. */
export function mutationProgress(line: StatusLine): MutationProgress {
  return {
    onProgress: progressOn(line),
    onSurvivor: ({ place, message }: Problem) =>
      line.say(`survived: ${place.file}:${place.line}: ${message.split("\n")[0]}`),
  };
}
