import { copyRoute, platform, route } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { critical, low, onCall, smallPlatform, unrouted } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "repeat-intervals-fit-retention";
const { file, line } = smallPlatform.place;
type RouteOptions = Parameters<typeof route>[0];
const takesAll = { match: { severity: [critical, low] }, receiver: onCall };
const problems = (parts: Parts["platform"]) =>
  problemsOf(id, definitionsWith({ ...(parts && { platform: parts }) }));
const withChild = (options: Partial<RouteOptions>) =>
  route({ receiver: unrouted, routes: [route({ ...takesAll, ...options })] });

test("a repetition after Alertmanager has forgotten is reported at its route, with what to write where", () => {
  // weekly
  const weekly = route({ ...takesAll, repeatInterval: "1w" });
  const routing = route({ receiver: unrouted, routes: [weekly] });
  expect(problems({ routing })).toEqual([
    `${at("weekly")}: the route to "on-call" repeats every 1w, but Alertmanager forgets after 120h that it has notified (${id})\n` +
      `  fix: shorten repeatInterval, or keep it for longer at ${file}:${line}: alertmanager: { retention: "1w" }`,
  ]);
});

test.each([
  ["five days", { routing: withChild({ repeatInterval: "5d" }) }],
  ["nothing said", { routing: withChild({}) }],
  [
    "a week that is kept",
    { routing: withChild({ repeatInterval: "1w" }), alertmanager: { retention: "1w" } },
  ],
] as const)("%s is fine", (_, parts) => {
  expect(problems(parts)).toEqual([]);
});

test("a retention that is shorter than Alertmanager's own counts too", () => {
  const parts = { routing: withChild({ repeatInterval: "1d" }), alertmanager: { retention: "12h" } } as const;
  expect(problems(parts)).toHaveLength(1);
});

test("what a service notifies besides is looked at as well", () => {
  const copy = copyRoute({ receiver: onCall, repeatInterval: "2w" });
  expect(problemsOf(id, definitionsWith({ copies: { copy } }))).toHaveLength(1);
});

test("who says nothing has Alertmanager's own", () => {
  expect(platform({ ...smallPlatform }).alertmanager.retention).toBe("120h");
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "five days are often enough too" };
  expect(problems({ routing: withChild({ repeatInterval: "1w", allow }) })).toEqual([]);
});
