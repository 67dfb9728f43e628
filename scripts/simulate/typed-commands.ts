import { createInterface } from "node:readline";
import { printable } from "../../generators/text/printable.ts";
import type { Simulator } from "./simulator.ts";

/** What can be typed while targets are simulated. */
export const typedCommands = 'type "fire <Alert>", "ok" or "ok <Alert>", and Enter; Ctrl-C ends it';

type Commanded = Pick<Simulator, "fire" | "rest" | "firing"> & Partial<Pick<Simulator, "unrest" | "remarks">>;

/**
 * Says at once which alerts fire unasked and what else is to be known of what is being played, then does what is typed, a line
 * at a time, until the input ends or the answer is called.
 */
export function followCommands(
  input: NodeJS.ReadableStream,
  simulator: Commanded,
  sayLine: (line: string) => void,
): () => void {
  const say = (line: string): void => sayLine(printable(line));
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

/** What is being played, or that all is well, except for alerts that fire unasked. */
export function stateOf({ firing, unrest = [] }: Pick<Commanded, "firing" | "unrest">): string {
  const playing = firing();
  if (playing.length > 0) return `simulating ${playing.join(", ")}`;
  const names = unrest.filter(({ fires }) => fires).map(({ alert }) => alert);
  return names.length > 0 ? `all is well, except for ${names.join(", ")}` : "all is well";
}

function answerTo(word: string, names: readonly string[], simulator: Commanded): string {
  const { fire, rest } = simulator;
  if (word === "fire" && names.length > 0) {
    const complaints = names.flatMap((name) => fire(name) ?? []);
    if (complaints.length > 0) return complaints.join("\n");
  } else if (word === "ok") {
    if (names.length === 0) rest();
    for (const name of names) rest(name);
  } else {
    return typedCommands;
  }
  return [stateOf(simulator), ...(simulator.remarks?.() ?? [])].join("\n");
}
