import { nearestWord } from "./suggestion.ts";
import { timeZoneLinks } from "./time-zone-links.ts";

/** What to write instead of what is no time zone: the one that is probably meant, where that can be told. */
export function timeZoneFix(name: string): string {
  const meant = timeZoneMeant(name);
  return meant === undefined
    ? 'write a name of the IANA time zone database, such as "Europe/Berlin" or "UTC"'
    : `write "${meant}", if that is what you mean, or another name of the IANA time zone database`;
}

/**
 * Whether a name is one of the IANA time zone database, letter for letter: what reads it on Linux looks for a file of that name.
 *
 * Node.js knows the zones, and takes any case of a name; but it does not list the names that are other names of a zone.
 */
export function isTimeZone(name: string): boolean {
  return timeZones().includes(name);
}

/** The name that somebody may have meant: in its own case, or nearly spelled so; undefined: none. */
export function timeZoneMeant(name: string): string | undefined {
  const [, sign, hours] = /^(?:UTC|GMT)([+-])0?(\d{1,2})(?::?00)?$/i.exec(name) ?? [];
  // In these names the sign says how far Greenwich is ahead: two hours east of it is Etc/GMT-2.
  const turned = sign === undefined ? undefined : `Etc/GMT${sign === "+" ? "-" : "+"}${hours}`;
  if (turned !== undefined && isTimeZone(turned)) return turned;
  const lower = name.toLowerCase();
  const zones = timeZones();
  const inItsCase = zones.find((one) => one.toLowerCase() === lower);
  const ofCity = zones.find((one) => one.toLowerCase().endsWith(`/${lower.replaceAll(" ", "_")}`));
  // Short names of other zones are near to each other and hours apart.
  return (
    inItsCase ??
    abbreviations[name.toUpperCase()] ??
    ofCity ??
    (name.includes("/") ? nearestWord(name, zones) : undefined)
  );
}

/** What people write for the time of a place, and no database has, or has for another place. */
const abbreviations: Readonly<Record<string, string>> = {
  CEST: "Europe/Berlin",
  EEST: "Europe/Athens",
  WEST: "Europe/Lisbon",
  BST: "Europe/London",
  MSK: "Europe/Moscow",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  MDT: "America/Denver",
  CST: "America/Chicago",
  CDT: "America/Chicago",
  EDT: "America/New_York",
  BRT: "America/Sao_Paulo",
  IST: "Asia/Kolkata",
  SGT: "Asia/Singapore",
  JST: "Asia/Tokyo",
  KST: "Asia/Seoul",
  AEST: "Australia/Sydney",
  AEDT: "Australia/Sydney",
  NZST: "Pacific/Auckland",
  NZDT: "Pacific/Auckland",
};

function timeZones(): readonly string[] {
  return [...Intl.supportedValuesOf("timeZone"), ...timeZoneLinks];
}
