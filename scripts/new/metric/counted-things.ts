import { refuseMisspelt } from "../../../generators/language/unit-scale.ts";
import type { Family } from "../../../generators/exposition/exposition.ts";
import { type GuessedUnit, guessedFromHelp, guessedFromName } from "./guessed-unit.ts";

/** What is counted: as the name says where the help agrees, else as the help says; undefined where neither does. */
export function countedIn(family: Family, last: string): GuessedUnit | undefined {
  const { name, help, type } = family;
  const named = thing(last);
  const said = /\bnumber of ((?:[\w-]+ ){0,4}[\w-]+)/i.exec(help)?.[1];
  const counted = said === undefined ? undefined : firstThing(said);
  // By convention a counter is named after what it counts.
  const isConventional = type === "counter" && name.endsWith("_total");
  if (named !== undefined && (isConventional || named === counted || tellsOf(named, family)))
    return { unit: named };
  if (counted !== undefined && isWhole(family)) return { unit: counted, doubt: guessedFromHelp };
  return named !== undefined && saysNothing(family) ? { unit: named, doubt: guessedFromName } : undefined;
}

/** The first thing in `dead rows`, and not in `times a backend had rows`. */
function firstThing(words: string): string | undefined {
  for (const word of words.toLowerCase().split(" ")) {
    if (stops.has(word)) return undefined;
    const found = thing(word);
    if (found !== undefined) return found;
  }
  return undefined;
}

const stops: ReadonlySet<string> = new Set(
  "times in of by to for from that which when with on at the a an is are be per and or".split(" "),
);

/** Whether the help begins with it: `ARP entries by device`. Of what may be a switch only the first word tells. */
function tellsOf(named: string, { help, samples }: Family): boolean {
  const mayBeSwitch = samples.every(({ value }) => value === 0 || value === 1);
  const words = help
    .toLowerCase()
    .split(/[^a-z0-9_-]+/)
    .slice(0, mayBeSwitch ? 1 : 3);
  return words.includes(named) || (words[0] === "total" && help.toLowerCase().split(" ").includes(named));
}

/** `connected_clients metric`, or nothing at all. */
function saysNothing({ name, help }: Family): boolean {
  const words = help.split(/\s+/).filter((word) => word !== "" && !/^metric\.?$/i.test(word));
  return words.every((word) => name.endsWith(word));
}

function isWhole({ samples }: Family): boolean {
  return samples.every(({ value }) => Number.isInteger(value) || !Number.isFinite(value));
}

/** A word in the plural that no unit is misspelt with. */
function thing(word: string): string | undefined {
  if (!/^[a-z]{3,}s$/.test(word) || /ss$|us$|is$/.test(word) || noThings.has(word)) return undefined;
  try {
    refuseMisspelt(word);
    return word;
  } catch {
    return undefined;
  }
}

const noThings: ReadonlySet<string> = new Set(
  "stats has was does settings always errs colls flags times".split(" "),
);
