import { nearestWord } from "./suggestion.ts";

/** Whether Prometheus, Alertmanager and Filebeat find a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    // Unlike the browser's, their database is files, whose names have their own case.
    const known = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return /^[A-Z]/.test(name) && (known === name || known.toLowerCase() !== name.toLowerCase());
  } catch {
    return false;
  }
}

/** What to write instead of what is no time zone: the one that is meant, where that can be told. */
export function timeZoneFix(name: string): string {
  const meant = meantZone(name);
  return meant === undefined
    ? 'write a name of the IANA time zone database, such as "Europe/Berlin" or "UTC"'
    : `write "${meant}"`;
}

/** In other capitals, without its continent, or with a typing error. */
function meantZone(name: string): string | undefined {
  const wanted = name.trim().replaceAll(" ", "_").toLowerCase();
  if (wanted === "") return undefined;
  const zones = [...Intl.supportedValuesOf("timeZone"), "UTC"];
  const lower = new Map(zones.map((zone) => [zone.toLowerCase(), zone]));
  const city = zones.filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  const near = nearestWord(wanted, lower.keys());
  return (
    lower.get(wanted) ?? (city.length === 1 ? city[0] : near === undefined ? undefined : lower.get(near))
  );
}
