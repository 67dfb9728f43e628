import { describe, expect, it } from "vitest";
import type { Receiver } from "../../generators/language/routing.ts";
import { ourPlatform } from "../../definitions/platform/index.ts";
import { monitoring } from "../../definitions/platform/monitoring/service.ts";
import { model } from "./own-model.ts";

const routes = model.platform.routing.routes ?? [];

/** The kinds of notifier that a receiver has. */
function kindsOf({ notifiers }: Receiver): string[] {
  return notifiers.map(({ kind }) => kind);
}

describe("the severities", () => {
  it("are ranked without a tie, so that of two alerts it is clear which one mutes the other", () => {
    const byRank = Object.values(ourPlatform.severities).sort((a, b) => a.rank - b.rank);
    expect(byRank.map(({ name, rank }) => [rank, name])).toEqual([
      [1, "critical"],
      [2, "high"],
      [3, "medium"],
      [4, "warning"],
      [5, "low"],
      [6, "info"],
    ]);
  });

  it.each([
    ["critical", ["pagerduty", "slack"], "always"],
    ["high", ["slack", "email"], "always"],
    ["medium", ["slack", "email"], "business-hours"],
    ["warning", ["slack", "email"], "business-hours"],
    ["low", ["slack"], "business-hours"],
    ["info", ["slack"], "business-hours"],
  ])("%s notifies by %j, %s", (name, kinds, when) => {
    const ending = routes.filter(({ match, continue: goesOn }) => {
      const severities = [match?.severity ?? []].flat();
      return !goesOn && severities.some((severity) => severity.name === name);
    });
    expect(
      ending.map((route) => [kindsOf(route.receiver), route.activeDuring?.[0]?.name ?? "always"]),
    ).toEqual([[kinds, when]]);
  });
});

describe("the routes", () => {
  it("send at most one notification per alert and 5 minutes", () => {
    expect(ourPlatform.routing).toMatchObject({ groupBy: ["alertname", "service"], groupInterval: "5m" });
    const hastier = routes.filter(({ groupInterval }) => groupInterval !== undefined);
    expect(hastier.map(({ match }) => match?.alertname)).toEqual(["Watchdog"]);
  });

  it("bring the Watchdog to the dead man's switch, and nowhere else", () => {
    const taking = routes.find(({ match }) => match?.alertname === "Watchdog");
    expect(taking?.receiver.name).toBe("dead-mans-switch");
    expect(taking?.continue).toBeUndefined();
    expect(routes.find(({ continue: goesOn }) => !goesOn)).toBe(taking);
    expect(Object.keys(monitoring.alerts ?? {})).toContain("Watchdog");
  });

  it("copy the game's alerts to a webhook and to Discord before they go on", () => {
    const copies = routes.filter(({ continue: goesOn }) => goesOn);
    expect(copies.map(({ match, receiver }) => [match?.service, kindsOf(receiver)])).toEqual([
      ["spacetime-vr", ["webhook"]],
      ["spacetime-vr", ["discord"]],
    ]);
  });

  it("leave nothing to chance: the root's receiver is no branch's", () => {
    expect(routes.map(({ receiver }) => receiver.name)).not.toContain(ourPlatform.routing.receiver.name);
  });
});
