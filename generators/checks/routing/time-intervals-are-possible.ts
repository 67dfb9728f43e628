import type { TimeInterval } from "../../language/routing.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { daysIn, minuteOfDay, minutesIn } from "../../routing/open-minutes.ts";

/** A time of the week holds some time, in words that Alertmanager takes. */
export const timeIntervalsArePossible: Check = {
  id: "time-intervals-are-possible",
  why: "If a time range ends before it starts, such as one over midnight, Alertmanager refuses the whole configuration. An empty list never applies.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
export const nights = timeInterval("nights", {
  times: [{ from: "22:00", to: "06:00" }],
  location: "Europe/Berlin",
});
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: onCall, mutedDuring: [nights] })],
});
`,
  right: `
export const nights = timeInterval("nights", {
  times: [
    { from: "22:00", to: "24:00" },
    { from: "00:00", to: "06:00" },
  ],
  location: "Europe/Berlin",
});
export const routing = route({
  ...root,
  routes: [route({ match: { severity: critical }, receiver: onCall, mutedDuring: [nights] })],
});
`,
  *find({ platform }: Model): Iterable<Finding> {
    for (const interval of Object.values(platform.timeIntervals)) {
      for (const { what, fix } of mistakesIn(interval)) {
        yield { definition: interval, message: `time interval "${interval.name}" ${what}`, fix };
      }
    }
  },
};

interface Mistake {
  readonly what: string;
  readonly fix: string;
}

function* mistakesIn({ weekdays, times }: TimeInterval): Iterable<Mistake> {
  if (weekdays?.length === 0) yield never("days");
  if (times?.length === 0) yield never("times");
  for (const range of weekdays ?? []) {
    if (daysIn(range)) continue;
    yield {
      what: `goes from ${range.replace(":", " back to ")}: to Alertmanager a week starts on Sunday and ends on Saturday`,
      fix: 'write it as two, such as "saturday" and "sunday"',
    };
  }
  for (const { from, to } of times ?? []) {
    const unknown = [from, to].find((clock) => minuteOfDay(clock) === undefined);
    if (unknown !== undefined) {
      yield { what: `says ${unknown}, which is not a time of day`, fix: "write 00:00 to 24:00" };
    } else if (!minutesIn({ from, to })) {
      yield {
        what: `goes from ${from} to ${to}, which is empty`,
        fix: "end it after it starts; write a time over midnight as two: to 24:00, and from 00:00",
      };
    }
  }
}

function never(what: "days" | "times"): Mistake {
  return {
    what: `has an empty list of ${what}, so it never applies`,
    fix: "omit the list if it always applies, or put something in it",
  };
}
