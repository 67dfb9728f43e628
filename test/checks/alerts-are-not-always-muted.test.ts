import { alert, inhibition, route, timeInterval, vector } from "signalbox";
import { describe, expect, test } from "vitest";
import type { Inhibition, Route } from "../../generators/language/routing.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, critical, low, onCall, unrouted } from "./small-platform.ts";
import { plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "alerts-are-not-always-muted";

const location = "Europe/Berlin";
const always = timeInterval("always", { location });
const office = timeInterval("office", { weekdays: ["monday:friday"], location });
const never = timeInterval("never", { times: [], location });
const timeIntervals = { always, office, never };

/** What is found with these routes below the root. */
function problemsWith(...routes: readonly Route[]): string[] {
  return problemsOf(
    id,
    definitionsWith({ platform: { timeIntervals, routing: route({ receiver: unrouted, routes }) } }),
  );
}

describe("by the times of its routes", () => {
  const muted = [
    `definitions: alert "FewOrders" is always muted: at no time of the week is the route to "on-call" open`,
  ];
  const found = (...routes: readonly Route[]) =>
    problemsWith(...routes).map((text) => text.replace(/^\S+: (.+?) \(.+\)\n.*$/s, "definitions: $1"));

  test("muted all week, or active never", () => {
    expect(found(route({ receiver: onCall, mutedDuring: [always] }))).toEqual(muted);
    expect(found(route({ receiver: onCall, activeDuring: [never] }))).toEqual(muted);
    expect(found(route({ receiver: onCall, activeDuring: [office], mutedDuring: [office] }))).toEqual(muted);
  });
  test("some time of the week is enough", () => {
    expect(found(route({ receiver: onCall, activeDuring: [office] }))).toEqual([]);
    expect(found(route({ receiver: onCall, mutedDuring: [office] }))).toEqual([]);
    expect(found(route({ receiver: onCall, mutedDuring: [never] }))).toEqual([]);
  });
  test("one of several routes is enough", () => {
    expect(found(route({ receiver: onCall, mutedDuring: [always], continue: true }), bySeverity)).toEqual([]);
  });
  test("a route below does not inherit the times of the one above", () => {
    const mute = { receiver: onCall, mutedDuring: [always] };
    expect(found(route({ ...mute, routes: [bySeverity] }))).toEqual([]);
  });
  test("a route that may leave the alert to another does not make it mute", () => {
    const match = { labels: { instance: "shop-1:8080" } };
    expect(found(route({ match, receiver: onCall, mutedDuring: [always] }), bySeverity)).toEqual([]);
  });
  test("it is reported at the alert, with all receivers", () => {
    const mute = { activeDuring: [never] };
    const copy = route({ receiver: unrouted, continue: true, ...mute });
    const definitions = definitionsWith({
      platform: {
        timeIntervals,
        routing: route({ receiver: unrouted, routes: [copy, route({ receiver: onCall, ...mute })] }),
      },
    });
    expect(problemsOf(id, definitions)).toEqual([
      expect.stringContaining(
        `alert "FewOrders" is always muted: at no time of the week is the route to "unrouted" and "on-call" open (${id})\n` +
          "  fix: change the route's activeDuring or mutedDuring, so that it leaves some time",
      ),
    ]);
  });
});

describe("by an alert that always fires", () => {
  const silent = { ...plainWords, scenario: { given: [] } } as const;
  const Watchdog = alert({ ...silent, expr: vector(1).gt(0) });
  // inhibited
  const Inhibited = alert({ ...silent, severity: low, expr: vector(2).gt(3) });
  const found = (
    equal: readonly string[],
    alerts: object = { Watchdog, Inhibited },
    more: Partial<Inhibition> = {},
  ) => {
    const ladder = inhibition("ladder", { source: { severity: critical }, target: { severity: low }, equal });
    return problemsOf(
      id,
      definitionsWith({
        alerts: { ...alerts },
        platform: { inhibitions: { ladder: { ...ladder, ...more } } },
      }),
    );
  };

  test("whose compared labels are surely the same", () => {
    expect(found(["service", "component"])).toEqual([
      `${at("inhibited")}: alert "Inhibited" is always inhibited: "Watchdog" always fires, and inhibition "ladder" lets it inhibit this one (${id})\n` +
        `  fix: keep "Watchdog" out of what the inhibition matches, or compare a label whose value is another`,
    ]);
  });
  test("not where a label differs", () => {
    const Other = alert({ ...silent, severity: low, component: "stock", expr: vector(2).gt(3) });
    expect(found(["service", "component"], { Watchdog, Other })).toEqual([]);
  });
  test("not where the label is known only when it fires", () => {
    const labels = { component: "{{ $value }}" };
    const Other = alert({ ...silent, severity: low, labels, expr: vector(2).gt(3) });
    expect(found(["service", "component"], { Watchdog, Other })).toEqual([]);
  });
  test("not by an alert that fires now and then", () => {
    const Sometimes = alert({ ...silent, expr: vector(1).gt(1) });
    expect(found(["service"], { Sometimes, Inhibited })).toEqual([]);
  });
  test("not by one that the inhibition is about on both sides", () => {
    expect(
      found(["service"], { Watchdog }, { target: { severity: critical }, source: { severity: critical } }),
    ).toEqual([]);
  });
  test("it can be allowed with a reason", () => {
    const allow = { [id]: "it is only there to be seen on the page of Prometheus" };
    const Allowed = alert({ ...silent, allow, severity: low, expr: vector(2).gt(3) });
    expect(found(["service"], { Watchdog, Allowed })).toEqual([]);
  });
});
