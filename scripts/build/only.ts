import { parts, type Part } from "../../generators/targets/part.ts";
import { suggestion } from "../../generators/text/suggestion.ts";

/** The parts of out/ that are asked for, in the order of all: `rules,routing`. */
export function partsIn(text: string): readonly Part[] {
  const named = namesIn(text);
  return parts.filter((part) => named.includes(part));
}

/** What is wrong with a list of parts. */
export function complaintAboutParts(text: string): string | undefined {
  const named = namesIn(text);
  const unknown = named.find((name) => !parts.some((part) => part === name));
  if (unknown === undefined) return undefined;
  const all = parts.join(", ");
  return `Option '--only' names the part '${unknown}', which out/ does not have${suggestion(unknown, parts)}. It has ${all}.`;
}

/** What a person must know after such a build. */
export function leftOutText(only: readonly Part[]): string {
  const others = parts.filter((part) => !only.includes(part));
  return others.length === 0
    ? ""
    : `left as it was: ${others.join(", ")}; these may be stale until "signalbox build" builds all\n`;
}

function namesIn(text: string): string[] {
  return text.split(",").map((name) => name.trim());
}
