import type { Place } from "../../../generators/language/place.ts";
import type { Platform } from "../../../generators/language/platform.ts";
import { lastCaughtBefore } from "../../../generators/targets/validation/go-errors.ts";

interface Named {
  readonly name: string;
  readonly place: Place;
}

/** Where the receiver, time interval or inhibition stands that a message of amtool names in quotes. */
export function placeOfNamed(message: string, platform: Platform): Place | undefined {
  const named = namedParts(platform).flatMap(({ parts }) => parts);
  return named.find(({ name }) => message.includes(`"${name}"`))?.place;
}

/** Where the part of the platform stands whose section of alertmanager.yml holds this line. */
export function placeOfLine(config: string, line: number, platform: Platform): Place {
  const section = lastCaughtBefore(config, line, /^(\w+):/);
  if (section === "route") return platform.routing.place;
  const name = lastCaughtBefore(config, line, /^ {2}- name: "?([^"]+)"?$/);
  const parts = namedParts(platform).find((candidate) => candidate.section === section)?.parts ?? [];
  return parts.find((part) => part.name === name)?.place ?? platform.place;
}

function namedParts(
  platform: Platform,
): readonly { readonly section: string; readonly parts: readonly Named[] }[] {
  return [
    { section: "receivers", parts: Object.values(platform.receivers) },
    { section: "time_intervals", parts: Object.values(platform.timeIntervals) },
    { section: "inhibit_rules", parts: Object.values(platform.inhibitions) },
  ];
}
