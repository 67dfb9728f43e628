import {
  alert,
  dashboard,
  follows,
  gauge,
  grows,
  histogram,
  holds,
  jsonEndpoint,
  metrics,
  ms,
  promql,
  runs,
  slo,
  telegram,
  receiver,
  row,
  secretFile,
  severity,
  timeSeries,
} from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, type Parts } from "./small-definitions.ts";
import { smallDeploy, smallPlatform } from "./small-platform.ts";
import { api, dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";
import { phoneOrders, plainSlo } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "numbers-are-finite";
const web = sales.shop_orders_total.where({ channel: "web" });
const problems = (parts: Parts) => compile(definitionsWith(parts)).problems.map(formatProblem);
const firing = (options: object): Parts => ({
  alerts: { Firing: alert({ ...plainWords, expr: orderRate.gt(5), ...options }) },
});
const onPanel = (options: object): Parts => ({
  dashboards: {
    more: dashboardWith(timeSeries({ title: "T", description: "D.", queries: [orderRate], ...options })),
  },
});
const scenario = (given: ReturnType<typeof runs>): Parts => firing({ scenario: given });
const { containers } = smallDeploy;

test("a text that was read as a number is reported where it stands, and nothing else is", () => {
  // no number
  const Firing = alert({ ...plainWords, expr: orderRate.gt(Number("5/s")) });
  expect(problems({ alerts: { Firing } })).toEqual([
    `${at("no number")}: alert "Firing": expr is not a number (NaN) (${id})\n` +
      '  fix: write the number itself: Number("5/s") and 0 / 0 are none',
  ]);
});

const everywhere: readonly (readonly [string, (value: number) => Parts])[] = [
  ["a threshold", (value) => firing({ expr: orderRate.lt(value) })],
  ["a threshold in a text", (value) => firing({ expr: promql`${orderRate} > ${value}` })],
  ["an operand", (value) => firing({ expr: orderRate.mul(value).gt(5) })],
  ["what a time is", (value) => firing({ expr: sales.shop_orders_total.at(value).rate("5m").gt(5) })],
  ["a level", (value) => scenario(runs(web, { ok: 3, limit: 5, firing: value }))],
  ["the level while all is well", (value) => scenario(runs(web, { ok: value, firing: 6 }))],
  ["a gauge's level", (value) => scenario(holds(api.up, { ok: 1, firing: value }))],
  ["a growth", (value) => scenario(grows(web, "5m", { ok: 0, firing: value }))],
  ["where growth begins", (value) => scenario(grows(web, "5m", { ok: 0, firing: 5 }, { from: value }))],
  ["a sample", (value) => scenario(follows(web, "1m", [1, value]))],
  ["the value of a scenario", (value) => firing({ scenario: { given: [runs(web, 5)], value } })],
  ["a bucket", (value) => ({ metrics: { m: metrics(api, { shop_x: buckets(value) }) } })],
  ["a field of a sample answer", (value) => ({ jobs: { till: till(value) } })],
  [
    "the traffic of an SLO",
    (value) => ({ slos: { s: slo("orders", { ...withIndicator, minimumTraffic: value }) } }),
  ],
  ["a panel's width", (value) => onPanel({ width: value })],
  ["a panel's height", (value) => onPanel({ height: value })],
  ["a panel's place", (value) => onPanel({ at: { x: 0, y: value } })],
  ["the end of an axis", (value) => onPanel({ max: value })],
  ["digits", (value) => onPanel({ decimals: value })],
  ["a line on a panel", (value) => onPanel({ thresholds: [{ value, color: "red", side: "above" }] })],
  ["a rank", (value) => ({ platform: { severities: { x: severity("x", { ...rank, rank: value }) } } })],
  ["a port", (value) => ofGrafana({ port: value })],
  ["a port of the host", (value) => ofGrafana({ hostPort: value })],
  ["memory", (value) => ofGrafana({ memoryMiB: value })],
  ["processors", (value) => ofGrafana({ cpus: value })],
  ["processes", (value) => ofGrafana({ maxProcesses: value })],
  [
    "space",
    (value) => ({ platform: { prometheus: { ...smallPlatform.prometheus, retentionSizeGiB: value } } }),
  ],
  ["a chat", (value) => ({ platform: { receivers: { chat: chat(value) } } })],
];
const buckets = (bound: number) =>
  histogram({ help: "X.", unit: "seconds", unused: "a test", buckets: [bound] });
const till = (items: number) =>
  jsonEndpoint("till", { description: "A till.", targets: ["http://localhost:1/"], sample: { items } });
const withIndicator = { ...plainSlo, indicator: phoneOrders };
const rank = { response: "soon", color: "red" } as const;
const ofGrafana = (options: object): Parts => ({
  platform: {
    deploy: { ...smallDeploy, containers: { ...containers, grafana: { ...containers.grafana, ...options } } },
  },
});
const chat = (chatId: number) =>
  receiver("chat", {
    description: "A chat.",
    notifiers: [telegram({ botToken: secretFile("bot", "Of the bot."), chatId })],
  });

test.each(everywhere)("%s that is none, endless or beyond 64 bits is refused", (_, withValue) => {
  for (const value of [NaN, Infinity, -Infinity, Number.MAX_VALUE, -1e300]) {
    const found = problems(withValue(value));
    expect(found).not.toEqual([]);
    // It is said first and alone: what follows from it would hide it.
    expect(found.filter((one) => !one.includes(`(${id})`))).toEqual([]);
  }
});

test("a product of quantities counts as what it is", () => {
  const endless = { value: ms(1e300).times(1e300), color: "red", side: "above" };
  expect(problems(onPanel({ thresholds: [endless] }))).toEqual([
    expect.stringContaining('panel "T": thresholds.0.value is Infinity'),
  ]);
});

test("of an SLO one number is one problem, whatever is made of it", () => {
  const orders = slo("orders", { ...withIndicator, minimumTraffic: NaN });
  expect(problems({ slos: { orders } })).toEqual([
    expect.stringContaining('SLO "orders": minimumTraffic is not a number (NaN)'),
  ]);
});

test.each([2 ** 63, -(2 ** 63), Number.MIN_VALUE, 0, -0])("%d can be counted", (value) => {
  const found = problems(firing({ expr: orderRate.gt(value) }));
  expect(found.filter((one) => one.includes(`(${id})`))).toEqual([]);
});

test("a metric, a row and a dashboard are named by what they are", () => {
  const hot = metrics(api, { shop_hot: gauge({ help: "X.", unused: "a test", labels: { kind: ["a"] } }) });
  const board = dashboard("board", {
    title: "T",
    description: "D.",
    folder: "F",
    last: "1h",
    rows: [row("R", [timeSeries({ title: "P", description: "D.", queries: [hot.shop_hot.mul(NaN)] })])],
  });
  expect(problems({ metrics: { hot }, dashboards: { board } })).toEqual([
    expect.stringContaining('panel "P": queries.0 is not a number (NaN)'),
  ]);
});
