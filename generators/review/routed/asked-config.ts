import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { AskedSide, Hours } from "./routed.ts";
import { isWithin, weeksOf } from "./weeks.ts";

/** The label that says by which copy of the routes an alert goes: the number of a week, or nothing more than where it goes. */
export const copyLabel = "signalbox_copy";
export const unsent = "unsent";

/**
 * Alertmanager's configuration with its routes once for each week, side by side, and once more for what is not sent at all. All receivers
 * notify one address of this machine alone: nothing else of them is left.
 */
export function askedConfig(
  { config, intervals }: AskedSide,
  address: string,
): Readonly<Record<string, unknown>> {
  const root = dataAt(config, "route");
  const weeks = weeksOf({ intervals });
  return {
    // Longer than anybody asks.
    global: { resolve_timeout: "1d" },
    route: {
      receiver: nobody,
      // Beyond any question: what goes by the first copy waits for it.
      group_wait: "1d",
      routes: [
        { group_by: [], ...copied(root, unsent, withoutTimes) },
        ...weeks.map((week, number) => atOnce(copied(root, String(number), inWeek(week)))),
      ],
    },
    inhibit_rules: itemsAt(config, "inhibit_rules"),
    time_intervals: [
      { name: always, time_intervals: [{ weekdays: ["sunday:saturday"] }] },
      { name: never, time_intervals: [{ years: ["1970"] }] },
    ],
    receivers: [
      { name: nobody },
      ...itemsAt(config, "receivers").map((receiver) => ({
        name: textAt(receiver, "name"),
        webhook_configs: [{ url: address, send_resolved: false }],
      })),
    ],
  };
}

const nobody = "signalbox: nobody";
const always = "signalbox: always";
const never = "signalbox: never";

type Settings = readonly (readonly [key: string, value: unknown])[];

function copied(root: unknown, copy: string, change: (settings: Settings) => Settings): object {
  return { ...changedRoute(root, change), matchers: [`${copyLabel}="${copy}"`] };
}

/** A route and those below it, each with its own settings changed. */
function changedRoute(route: unknown, change: (settings: Settings) => Settings): object {
  const routes = itemsAt(route, "routes").map((child) => changedRoute(child, change));
  return { ...Object.fromEntries(change(entriesAt(route)).filter(([key]) => !waits.includes(key))), routes };
}

const waits = ["group_wait", "group_interval", "repeat_interval"];
const times = ["active_time_intervals", "mute_time_intervals"];

/** Each alert alone, immediately, and once. */
function atOnce(route: object): object {
  return { ...route, group_by: ["..."], group_wait: "0s", group_interval: "1d", repeat_interval: "1d" };
}

function withoutTimes(settings: Settings): Settings {
  return settings.filter(([key]) => !times.includes(key));
}

function inWeek(week: Hours): (settings: Settings) => Settings {
  const own = (name: unknown) => (isWithin(String(name), week) ? always : never);
  return (settings) =>
    settings
      .filter(([key]) => key !== "group_by")
      .map(([key, value]) => [key, times.includes(key) ? itemsAt(value).map(own) : value]);
}
