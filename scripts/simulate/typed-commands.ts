import { createInterface } from "node:readline";
import type { Simulator } from "./simulator.ts";

/** What can be typed while targets are simulated. */
export const typedCommands = 'type "ring <Alert>", "quiet" or "quiet <Alert>", and Enter; Ctrl-C ends it';

type Commanded = Pick<Simulator, "ring" | "quiet" | "ringing"> &
  Partial<Pick<Simulator, "unrest" | "remarks">>;

/**
 * Says at once which alerts fire unasked and what else is to be known of what is being played, then does what is typed, a line
 * at a time, until the input ends or the answer is called.
 */
export function followCommands(
  input: NodeJS.ReadableStream,
  simulator: Commanded,
  say: (line: string) => void,
): () => void {
  for (const { text } of simulator.unrest ?? []) say(text);
  for (const line of simulator.remarks?.() ?? []) say(line);
  const lines = createInterface({ input });
  lines.on("line", (line) => {
    const [word = "", ...names] = line.trim().split(/[\s,]+/);
    if (word === "") return;
    say(answerTo(word, names, simulator));
  });
  return () => lines.close();
}

/** What is being played, or that all is well, but for alerts that fire unasked. */
export function stateOf({ ringing, unrest = [] }: Pick<Commanded, "ringing" | "unrest">): string {
  const playing = ringing();
  if (playing.length > 0) return `playing ${playing.join(", ")}`;
  const names = unrest.filter(({ fires }) => fires).map(({ alert }) => alert);
  return names.length > 0 ? `all is well, but for ${names.join(", ")}` : "all is well";
}

function answerTo(word: string, names: readonly string[], simulator: Commanded): string {
  const { ring, quiet } = simulator;
  if (word === "ring" && names.length > 0) {
    const complaints = names.flatMap((name) => ring(name) ?? []);
    if (complaints.length > 0) return complaints.join("\n");
  } else if (word === "quiet") {
    if (names.length === 0) quiet();
    for (const name of names) quiet(name);
  } else {
    return typedCommands;
  }
  return [stateOf(simulator), ...(simulator.remarks?.() ?? [])].join("\n");
}
