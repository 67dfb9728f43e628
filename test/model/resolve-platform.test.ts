import {
  alert,
  copyRoute,
  inhibition,
  percent,
  receiver,
  route,
  secretFile,
  service,
  slack,
  slo,
  timeInterval,
  webhook,
  type AlertMatch,
} from "signalbox";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import type { RouteModel } from "../../generators/model/routing-model.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { critical, low, onCall, unrouted } from "../checks/small-platform.ts";
import { FewOrders, orderRate, plainWords } from "../checks/small-shop.ts";
import { plainSlo } from "../checks/small-slo.ts";

const slackUrl = secretFile("team_webhook_url", "Incoming webhook of the team's chat.");
const team = receiver("team", {
  description: "The team.",
  notifiers: [slack({ webhookUrl: slackUrl, channel: "#team" })],
});
const bot = receiver("bot", {
  description: "A program.",
  notifiers: [webhook({ url: secretFile("bot_url", "Of it.") })],
});
const days = timeInterval("days", { weekdays: ["monday:friday"], location: "Europe/Berlin" });

const empty = { title: "Till", description: "Where people pay.", owner: "Till team", jobs: {}, metrics: {} };
const TillSlow = alert({ ...plainWords, severity: low, expr: orderRate.gt(5) });

const platformOf = (parts: Parts) => resolve(definitionsWith(parts)).model.platform;
const said = ({ match, receiver: { name }, continue: goesOn }: RouteModel) =>
  [name, match?.alertname, match?.service, goesOn] as const;

describe("the copy routes of services", () => {
  const two = copyRoute({ receiver: bot, match: { alert: FewOrders } });
  const first = copyRoute({ receiver: team });
  const till = service("till", { ...empty, copies: { zero: two, one: first } });
  const earlier = service("books", { ...empty, copies: { first } });

  test("stand first, by the names of the services, then by their lines, and go on", () => {
    const { routing } = platformOf({ services: [till, earlier], copies: { two } });
    expect(routing.routes?.map(said)).toEqual([
      ["team", undefined, "books", true],
      ["bot", "FewOrders", "shop", true],
      ["bot", "FewOrders", "till", true],
      ["team", undefined, "till", true],
      ["on-call", undefined, undefined, undefined],
    ]);
  });

  test("stand the same whatever the order of services and exports", () => {
    const turned = service("till", { ...empty, copies: { one: first, zero: two } });
    const one = platformOf({ services: [till, earlier], copies: { two } }).routing;
    const other = platformOf({ services: [earlier, turned], copies: { two } }).routing;
    expect(other.routes?.map(said)).toEqual(one.routes?.map(said));
  });

  test("keep what they say of times and groups", () => {
    const copy = copyRoute({
      receiver: bot,
      match: { severity: critical, labels: { component: "sales" } },
      groupBy: ["instance"],
      repeatInterval: "12h",
      activeDuring: [days],
    });
    expect(platformOf({ copies: { copy } }).routing.routes?.[0]).toEqual({
      kind: "route",
      receiver: bot,
      match: { severity: critical, labels: { component: "sales" }, service: "shop" },
      groupBy: ["instance"],
      repeatInterval: "12h",
      activeDuring: [days],
      continue: true,
      place: copy.place,
    });
  });

  test("of a platform without routes are its only ones; without copies it has none", () => {
    const routing = route({ receiver: unrouted });
    expect(platformOf({ platform: { routing } }).routing.routes).toBeUndefined();
    expect(platformOf({ platform: { routing }, copies: { first } }).routing.routes).toHaveLength(1);
  });
});

describe("receivers and times that copies name", () => {
  const copies = { a: copyRoute({ receiver: team, mutedDuring: [days] }), b: copyRoute({ receiver: bot }) };

  test("belong to the platform's, each once", () => {
    const till = service("till", { ...empty, copies: { c: copyRoute({ receiver: team }) } });
    const platform = platformOf({ copies, services: [till] });
    expect(Object.values(platform.receivers)).toEqual([onCall, unrouted, team, bot]);
    expect(Object.values(platform.timeIntervals)).toEqual([days]);
  });

  test("that the platform lists are not listed twice", () => {
    const listed = { receivers: { team, onCall, unrouted }, timeIntervals: { days } };
    const platform = platformOf({ copies, platform: listed });
    expect(Object.values(platform.receivers)).toEqual([team, onCall, unrouted, bot]);
    expect(Object.values(platform.timeIntervals)).toEqual([days]);
  });

  test("that a route of the platform names too must be listed there", () => {
    const routing = route({ receiver: unrouted, routes: [route({ receiver: team })] });
    const { receivers } = platformOf({ copies, platform: { routing } });
    expect(Object.values(receivers)).toEqual([onCall, unrouted, bot]);
  });
});

describe("alerts are known by the names that they are exported by", () => {
  const budget = slo("web-orders", plainSlo);
  const other = slo("other-orders", { ...plainSlo, objective: percent(90) });
  const Hidden = alert({ ...plainWords, expr: orderRate.gt(7) });

  test.each<[string, AlertMatch, object]>([
    ["one", { alert: FewOrders }, { alertname: "FewOrders" }],
    ["a list", { alert: [TillSlow, FewOrders] }, { alertname: ["TillSlow", "FewOrders"] }],
    ["under two names", { alert: [TillSlow] }, { alertname: "TillSlow" }],
    ["of none", { severity: low, service: "shop" }, { severity: low, service: "shop" }],
    ["an SLO", { slo: budget }, { labels: { slo: "web-orders" } }],
    [
      "several SLOs, and labels",
      { slo: [budget, other], labels: { burn: "fast" } },
      { labels: { burn: "fast", slo: ["web-orders", "other-orders"] } },
    ],
    ["not exported", { alert: Hidden }, { alertname: [], unexported: [Hidden.place] }],
    [
      "partly exported",
      { alert: [FewOrders, Hidden], severity: low },
      { alertname: "FewOrders", severity: low, unexported: [Hidden.place] },
    ],
  ])("%s", (_, match, expected) => {
    const inhibits = inhibition("inhibits", { source: match, target: match, equal: ["service"] });
    const routes = [route({ match, receiver: onCall, routes: [route({ match, receiver: onCall })] })];
    const routing = route({ receiver: unrouted, routes });
    const platform = platformOf({
      alerts: { TillSlow },
      slos: { budget, other },
      inhibitions: { inhibits },
      platform: { routing, inhibitions: { inhibits } },
    });
    expect(platform.routing.routes?.[0]?.match).toEqual(expected);
    expect(platform.routing.routes?.[0]?.routes?.[0]?.match).toEqual(expected);
    const inhibitions = Object.values(platform.inhibitions);
    expect(inhibitions.map(({ name }) => name)).toEqual(["inhibits", "inhibits"]);
    for (const one of inhibitions) expect(one).toMatchObject({ source: expected, target: expected });
  });
});

test("all of it reaches Alertmanager's configuration, and its secrets the stack", () => {
  const definitions = definitionsWith({
    alerts: { TillSlow },
    dashboards: {},
    copies: { all: copyRoute({ receiver: bot, match: { alert: [FewOrders] } }) },
    inhibitions: {
      few: inhibition("few", {
        source: { alert: FewOrders },
        target: { alert: TillSlow },
        equal: ["service"],
      }),
    },
  });
  const { problems, files } = compile(definitions);
  expect(problems.filter(({ check }) => check !== "alerts-have-a-panel")).toEqual([]);
  const config: unknown = parse(files["alertmanager/alertmanager.yml"] ?? "");
  expect(config).toMatchObject({
    route: {
      routes: [
        {
          matchers: ['alertname="FewOrders"', 'service="shop"'],
          receiver: "bot",
          continue: true,
        },
        { matchers: ['severity=~"critical|low"'] },
      ],
    },
    inhibit_rules: [
      { name: "few", source_matchers: ['alertname="FewOrders"'], target_matchers: ['alertname="TillSlow"'] },
    ],
  });
  expect(files["docker-compose.yml"]).toContain("bot_url");
});
