/** The parts of Go's reference time, 2006-01-02 15:04:05, as they stand in a layout, and what they match in a text. */
const parts: readonly (readonly [part: string, name: string, pattern: string])[] = [
  [".999", "fraction", "(?:\\.\\d+)?"],
  ["2006", "year", "\\d{4}"],
  ["01", "month", "\\d{2}"],
  ["02", "day", "\\d{2}"],
  ["15", "hour", "\\d{2}"],
  ["04", "minute", "\\d{2}"],
  ["05", "second", "\\d{2}"],
];

/** What Filebeat's timestamp processor makes of a text by the first layout that fits, in ISO 8601; undefined: none fits. */
export function parseTimestamp(
  text: string,
  layouts: readonly string[],
  timeZone: string,
): string | undefined {
  for (const layout of layouts) {
    const found = new RegExp(`^${patternOf(layout)}$`).exec(text)?.groups;
    if (!found) continue;
    const { year = "", month = "", day = "", hour = "", minute = "", second = "", fraction = "" } = found;
    const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
    if (Number.isNaN(Date.parse(wall)) || new Date(wall).getUTCDate() !== Number(day)) continue;
    return new Date(Date.parse(wall) - offsetMs(Date.parse(wall), timeZone)).toISOString();
  }
  return undefined;
}

function patternOf(layout: string): string {
  return parts.reduce(
    (pattern, [part, name, match]) => pattern.replace(part, `(?<${name}>${match})`),
    layout,
  );
}

/** How far the zone's clocks are ahead of UTC when they show this time; good but for the hour in which they are changed. */
function offsetMs(wall: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(wall)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(shown ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
