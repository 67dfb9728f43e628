import { alert, receiver, route, secretFile, vector, webhook } from "signalbox";
import { expect, test } from "vitest";
import type { Receiver } from "../../generators/language/routing.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, onCall, smallPlatform, unrouted } from "./small-platform.ts";
import { FewOrders, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "heartbeats-only-stop";

const Watchdog = alert({
  ...plainWords,
  expr: vector(1).gt(0),
  for: "0s",
  scenario: { given: [], whenMissing: "firing" },
});
const checkIn = webhook({ url: secretFile("check_in_url", "Address of the check.") });
const heard = (parts: Partial<Parameters<typeof receiver>[1]> = {}) =>
  // outside
  receiver("outside", { description: "Calls when nothing comes.", notifiers: [checkIn], ...parts });

function problems(outside: Receiver, match: Parameters<typeof route>[0]["match"] = { alert: Watchdog }) {
  const routing = route({
    ...smallPlatform.routing,
    routes: [route({ match: match ?? {}, receiver: outside }), bySeverity],
  });
  return problemsOf(
    id,
    definitionsWith({
      alerts: { FewOrders, Watchdog },
      platform: { receivers: { onCall, unrouted, outside }, routing },
    }),
  );
}

test("whoever is notified of an alert that always fires, and that it resolved, is reported", () => {
  expect(problems(heard())).toEqual([
    `${at("outside")}: receiver "outside" is sent that "Watchdog" resolved, which always fires: a check-in service takes that for a sign of life (${id})\n` +
      "  fix: write sendResolved: false, in a receiver that only such an alert has a route to",
  ]);
});

test("nothing is reported of a receiver that hears only that it fires, or of nobody", () => {
  expect(problems(heard({ sendResolved: false }))).toEqual([]);
  expect(problems(heard({ notifiers: [] }))).toEqual([]);
});

test("nor of those that it does not reach; where no route takes it, it reaches the severity's receiver", () => {
  expect(problems(heard({ sendResolved: true }), { alert: FewOrders })).toEqual([
    expect.stringContaining('receiver "on-call" is sent that "Watchdog" resolved'),
  ]);
});

test("it can be allowed with a reason", () => {
  expect(problems(heard({ allow: { [id]: "a chat that people read" } }))).toEqual([]);
});
