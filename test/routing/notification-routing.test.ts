import { describe, expect, test } from "vitest";
import { notificationTimes, notificationRouting } from "../../generators/routing/notification-routing.ts";
import { settingsOf } from "../../generators/routing/route-settings.ts";
import { critical, low, people, smallModel, smallPlatform } from "../targets/small-model.ts";
import { inhibition, receiver, route } from "../targets/small-routing.ts";
import { alertModel, group } from "../targets/small-rules.ts";

const pager = receiver("pager");
const second = 1000;
const minute = 60 * second;

describe("the settings of a route", () => {
  test("are Alertmanager's own where nobody says any", () => {
    const root = route();
    expect(settingsOf(root, [root])).toEqual({
      receiver: people,
      groupBy: [],
      groupWaitMs: 30 * second,
      groupIntervalMs: 5 * minute,
      repeatIntervalMs: 4 * 60 * minute,
    });
  });
  test("are its own, then those of the nearest route above", () => {
    const inner = route({ receiver: pager, groupWait: "0s" });
    const outer = route({ groupBy: ["service"], groupWait: "1m", repeatInterval: "1h", routes: [inner] });
    const root = route({ groupBy: ["..."], groupInterval: "2m", repeatInterval: "2h", routes: [outer] });
    expect(settingsOf(root, [root, outer, inner])).toEqual({
      receiver: pager,
      groupBy: ["service"],
      groupWaitMs: 0,
      groupIntervalMs: 2 * minute,
      repeatIntervalMs: 60 * minute,
    });
    expect(settingsOf(root, [root]).groupBy).toBe("all");
    expect(settingsOf(root, [root, route({ groupBy: [] })]).groupBy).toEqual([]);
  });
});

describe("the times of a notification", () => {
  const root = route({ groupWait: "10s", groupInterval: "5m", repeatInterval: "1h" });
  const settings = settingsOf(root, [root]);
  test.each([
    ["at once", { forMs: 0, everyMs: 30 * second }, 10 * second, 40 * second],
    ["after a `for`", { forMs: 5 * minute, everyMs: 30 * second }, 310 * second, 340 * second],
    ["at the evaluation after the `for`", { forMs: 40 * second, everyMs: minute }, 70 * second, 130 * second],
  ])("%s", (_, evaluated, soonestMs, latestMs) => {
    expect(notificationTimes(evaluated, settings)).toMatchObject({ soonestMs, latestMs });
  });
  test.each([
    ["a multiple of the group interval is just missed", 60, 65],
    ["between two looks the next one repeats", 62, 65],
    ["shorter than the group interval: at each look", 1, 5],
    ["the group interval itself: at every second look", 5, 10],
  ])("again: %s", (_, repeatMinutes, expectedMinutes) => {
    const repeating = { ...settings, repeatIntervalMs: repeatMinutes * minute };
    expect(notificationTimes({ forMs: 0, everyMs: minute }, repeating)).toMatchObject({
      atMostEveryMs: 5 * minute,
      againAfterMs: expectedMinutes * minute,
    });
  });
});

test("from alerts to people: routes in Alertmanager's order, and who inhibits whom", () => {
  const copy = route({ receiver: pager, match: { labels: { instance: "a" } }, continue: true });
  const all = route({ match: { service: "shop" }, groupWait: "0s" });
  const ladder = inhibition("ladder", { source: { severity: critical }, target: { severity: low } });
  const lower = { severity: "low", service: "shop", component: "api" };
  const alerts = [
    alertModel(),
    alertModel({ name: "ShopSlow", group: "slow", severity: low, labels: { ...lower, instance: "a" } }),
  ];
  const platform = smallPlatform({
    routing: route({ receiver: pager, routes: [copy, all] }),
    inhibitions: { ladder },
  });
  const groups = [group("alerts"), group("alerts", { name: "slow", everyMs: 2 * minute })];
  const routing = notificationRouting(smallModel({ alerts, groups, platform }));
  const described = routing.map((one) => [
    one.alert.name,
    one.routes.map(({ route: { receiver: to }, surely, times }) => [
      to.name,
      surely,
      times.soonestMs,
      times.latestMs,
    ]),
  ]);
  expect(described).toEqual([
    ["ShopDown", [["people", true, minute, 90_000]]],
    [
      "ShopSlow",
      [
        ["pager", true, 150_000, 270_000],
        ["people", true, 2 * minute, 4 * minute],
      ],
    ],
  ]);
  const pair = { inhibition: ladder, source: alerts[0], target: alerts[1], surely: true, ifSame: [] };
  expect(routing.map(({ inhibits, inhibitedBy }) => [inhibits, inhibitedBy])).toEqual([
    [[pair], []],
    [[], [pair]],
  ]);
});
