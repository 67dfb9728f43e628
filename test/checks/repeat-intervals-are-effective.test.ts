import { route } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { critical, low, onCall, unrouted } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "repeat-intervals-are-effective";
type RouteOptions = Parameters<typeof route>[0];

/** The root says these, its only route those. */
function problems(root: Partial<RouteOptions>, child: ReturnType<typeof route>): string[] {
  const routing = route({ receiver: unrouted, ...root, routes: [child] });
  return problemsOf(id, definitionsWith({ platform: { routing } }));
}
const takesAll = { match: { severity: [critical, low] }, receiver: onCall };

test("a repetition that comes before the next look is reported at its route", () => {
  // in vain
  const child = route({ ...takesAll, groupInterval: "10m", repeatInterval: "5m" });
  expect(problems({}, child)).toEqual([
    `${at("in vain")}: the route to "on-call" repeats every 5m, but notifies about a group at most every 10m (${id})\n` +
      "  fix: make repeatInterval at least as long as groupInterval",
  ]);
});

test.each<[string, Partial<RouteOptions>, Partial<RouteOptions>]>([
  ["as often as the groups are looked at", {}, { groupInterval: "10m", repeatInterval: "10m" }],
  ["with both inherited", { groupInterval: "1h", repeatInterval: "2h" }, {}],
  ["with nothing said at all", {}, {}],
  ["as often as Alertmanager looks by itself", {}, { repeatInterval: "5m" }],
])("a repetition %s is fine", (_, root, child) => {
  expect(problems(root, route({ ...takesAll, ...child }))).toEqual([]);
});

test.each<[string, Partial<RouteOptions>, Partial<RouteOptions>, string]>([
  [
    "the look above",
    { groupInterval: "10m" },
    { repeatInterval: "5m" },
    "every 5m, but notifies about a group at most every 10m",
  ],
  [
    "the repetition above",
    { repeatInterval: "1h" },
    { groupInterval: "2h" },
    "every 1h, but notifies about a group at most every 2h",
  ],
  [
    "Alertmanager's own look",
    {},
    { repeatInterval: "1m" },
    "every 1m, but notifies about a group at most every 5m",
  ],
  [
    "Alertmanager's own repetition",
    {},
    { groupInterval: "5h" },
    "every 4h, but notifies about a group at most every 5h",
  ],
])("%s counts where a route says only the other", (_, root, child, words) => {
  expect(problems(root, route({ ...takesAll, ...child }))).toEqual([
    expect.stringContaining(`the route to "on-call" repeats ${words}`),
  ]);
});

test("what is wrong above is reported there, and not again for each route that inherits it", () => {
  const found = problems({ groupInterval: "10m", repeatInterval: "5m" }, route(takesAll));
  expect(found).toEqual([expect.stringContaining('the route to "unrouted" repeats')]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "as often as possible, and no less" };
  expect(problems({}, route({ ...takesAll, allow, groupInterval: "10m", repeatInterval: "1m" }))).toEqual([]);
});
