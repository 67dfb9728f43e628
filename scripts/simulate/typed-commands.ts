import { createInterface } from "node:readline";
import type { Simulator } from "./simulator.ts";

/** What can be typed while targets are simulated. */
export const typedCommands = 'type "ring <Alert>", "quiet" or "quiet <Alert>", and Enter; Ctrl-C ends it';

/** Does what is typed, a line at a time, until the input ends or the answer is called. */
export function followCommands(
  input: NodeJS.ReadableStream,
  simulator: Pick<Simulator, "ring" | "quiet" | "ringing">,
  say: (line: string) => void,
): () => void {
  const lines = createInterface({ input });
  lines.on("line", (line) => {
    const [word = "", ...names] = line.trim().split(/[\s,]+/);
    if (word === "") return;
    say(answerTo(word, names, simulator));
  });
  return () => lines.close();
}

function answerTo(
  word: string,
  names: readonly string[],
  { ring, quiet, ringing }: Pick<Simulator, "ring" | "quiet" | "ringing">,
): string {
  if (word === "ring" && names.length > 0) {
    const complaints = names.flatMap((name) => ring(name) ?? []);
    if (complaints.length > 0) return complaints.join("\n");
  } else if (word === "quiet") {
    if (names.length === 0) quiet();
    for (const name of names) quiet(name);
  } else {
    return typedCommands;
  }
  const playing = ringing();
  return playing.length > 0 ? `playing ${playing.join(", ")}` : "all is well";
}
