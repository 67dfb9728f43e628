import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { isTimeZone, timeZoneFix } from "../../text/time-zone.ts";

/** Time zones are names of the database that Alertmanager and Filebeat read, letter for letter. */
export const timeZonesExist: Check = {
  id: "time-zones-exist",
  why: "With a time zone that does not exist neither Alertmanager nor Filebeat starts. Both read the zones from files, so that the case of each letter counts.",
  source: "https://pkg.go.dev/time#LoadLocation",
  wrong: `
export const nights = timeInterval("nights", {
  times: [{ from: "00:00", to: "06:00" }],
  location: "CEST",
});
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: onCall, mutedDuring: [nights] })],
});
`,
  right: `
export const nights = timeInterval("nights", {
  times: [{ from: "00:00", to: "06:00" }],
  location: "Europe/Berlin",
});
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: onCall, mutedDuring: [nights] })],
});
`,
  suppressible: false,
  *find({ platform }: Model): Iterable<Finding> {
    const { logs, place } = platform;
    for (const { name, location, place: at } of Object.values(platform.timeIntervals)) {
      yield* unknown(`time interval "${name}" is in ${location}`, location, at);
    }
    if (logs) yield* unknown(`the platform's logs are in ${logs.timeZone}`, logs.timeZone, place);
  },
};

function* unknown(what: string, zone: string, place: Finding["definition"]["place"]): Iterable<Finding> {
  if (isTimeZone(zone)) return;
  yield {
    definition: { place },
    message: `${what}, which is no time zone`,
    fix: timeZoneFix(zone),
  };
}
