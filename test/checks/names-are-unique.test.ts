import {
  alert,
  counter,
  dashboard,
  gauge,
  histogram,
  inhibition,
  logSource,
  metrics,
  probe,
  probeModule,
  promql,
  receiver,
  row,
  ruleGroup,
  runbook,
  scrapeJob,
  service,
  severity,
  timeInterval,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { critical, low, onCall, unrouted } from "./small-platform.ts";
import { runbookWords } from "./small-runbook.ts";
import { api, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "names-are-unique";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));

const about = { title: "Twin", description: "For a test.", owner: "Nobody", jobs: {}, metrics: {} };
const module = { description: "Any answer.", timeout: "5s" } as const;
const scrape = { description: "For a test.", targets: ["localhost:8082"] } as const;
const board = { title: "More", description: "For a test.", folder: "Shop", last: "6h" } as const;
const rows = [row("Nothing", [])];
const files = { description: "For a test.", files: ["shop.log"], format: "level lines" } as const;
const hours = { location: "Europe/Berlin" } as const;
const side = { source: { severity: critical }, target: { severity: low }, equal: ["service"] };

test("the second thing of a name is reported, with the place of the first", () => {
  // the first
  const first = scrapeJob("shop-till", scrape);
  // the second
  const second = scrapeJob("shop-till", scrape);
  expect(problems({ jobs: { second, first } })).toEqual([
    `${at("the second")}: job "shop-till" is defined twice: also at ${at("the first")} (${id})\n` +
      "  fix: rename one of them",
  ]);
});

describe("recordings of one name", () => {
  const levels = metrics(api, { shop_level: gauge({ help: "Level.", unit: "none" }) });
  const example = { open: "which value has it?" } as const;
  const name = "instance:shop_level:group";
  const there = recording(name, sales.shop_orders_total.groupBy("instance"), {
    example,
    labels: { tier: "web" },
  });
  const own = levels.shop_level.sumBy("instance");
  test("are of one unit", () => {
    const unknown = recording(name, own, { example, labels: { tier: "till" } });
    const services = [service("twin", { ...about, metrics: { levels }, recordings: { there, unknown } })];
    expect(problems({ services })).toEqual([
      expect.stringContaining(`recording "${name}" gives none, but bool at `),
    ]);
  });
  test("which their authors may say", () => {
    const said = recording(name, own.as("bool"), { example, labels: { tier: "till" } });
    const services = [service("twin", { ...about, metrics: { levels }, recordings: { there, said } })];
    expect(problems({ services })).toEqual([]);
  });
});

test("alerts of two services may not share a name: it is also that of their runbook", () => {
  // there
  const FewOrders = alert({ ...plainWords, expr: orderRate.lt(1) });
  const services = [service("twin", { ...about, alerts: { FewOrders } })];
  expect(problems({ services })).toEqual([
    expect.stringContaining(`alert "FewOrders" is defined twice: also at ${at("there")} (${id})`),
  ]);
});

const severities = { critical, low };
const twins: readonly (readonly [string, Parts])[] = [
  ['service "shop"', { services: [service("shop", about)] }],
  [
    'probe module "any"',
    {
      jobs: {
        one: probe("one", {
          ...scrape,
          targets: ["http://a.example.org"],
          module: probeModule("any", module),
        }),
        two: probe("two", {
          ...scrape,
          targets: ["http://b.example.org"],
          module: probeModule("any", module),
        }),
      },
    },
  ],
  [
    'metric of job shop-api "shop_orders_total"',
    { metrics: { again: metrics(api, { shop_orders_total: counter({ help: "Again." }) }) } },
  ],
  [
    'metric of job shop-api "shop_wait_count"',
    {
      metrics: {
        wait: metrics(api, { shop_wait: histogram({ help: "Time.", unit: "seconds", buckets: [1] }) }),
        count: metrics(api, { shop_wait_count: gauge({ help: "Number." }) }),
      },
    },
  ],
  [
    'recording "instance:shop_orders:rate5m"',
    {
      recordings: {
        again: recording("instance:shop_orders:rate5m", sales.shop_orders_total.rate("5m").sum()),
      },
    },
  ],
  ['dashboard "shop-overview"', { dashboards: { again: dashboard("shop-overview", { ...board, rows }) } }],
  [
    'dashboard title in folder "Shop" "Shop overview"',
    { dashboards: { again: dashboard("shop-more", { ...board, title: "Shop overview", rows }) } },
  ],
  [
    'runbook page of shop "few-orders-all-by-phone"',
    {
      runbooks: {
        one: runbook(runbookWords),
        // Another title, and the same name of a file.
        two: runbook({ ...runbookWords, title: "Few orders: all by phone!" }),
      },
    },
  ],
  ['log source "log"', { logs: { one: logSource("log", files), two: logSource("log", files) } }],
  [
    'severity "low"',
    {
      platform: {
        severities: { ...severities, more: severity("low", { rank: 3, response: "none", color: "green" }) },
      },
    },
  ],
  [
    'receiver "on-call"',
    {
      platform: {
        receivers: { onCall, unrouted, more: receiver("on-call", { description: "Others.", notifiers: [] }) },
      },
    },
  ],
  [
    'inhibition "ladder"',
    { platform: { inhibitions: { a: inhibition("ladder", side), b: inhibition("ladder", side) } } },
  ],
  [
    'time interval "night"',
    { platform: { timeIntervals: { a: timeInterval("night", hours), b: timeInterval("night", hours) } } },
  ],
];
test.each(twins)("there are not two: %s", (key, parts) => {
  expect(problems(parts)).toEqual([expect.stringContaining(`: ${key} is `)]);
});

describe("rule groups", () => {
  test("two declarations of one name are reported: the interval of one would be lost", () => {
    // often
    const often = ruleGroup("sales", { every: "15s" });
    // seldom
    const seldom = ruleGroup("sales", { every: "5m" });
    const One = alert({ ...plainWords, group: often, expr: orderRate.gt(5) });
    const Two = alert({ ...plainWords, group: seldom, expr: orderRate.gt(6) });
    expect(problems({ alerts: { One, Two } })).toEqual([
      `${at("seldom")}: rule group "sales" is defined twice: also at ${at("often")} (${id})\n` +
        "  fix: rename one of them",
    ]);
  });
  test("one declaration for alerts and recordings is reported", () => {
    // of both
    const both = ruleGroup("sales");
    const One = alert({ ...plainWords, group: both, expr: orderRate.gt(5) });
    const again = recording("job:shop_orders:rate5m", sales.shop_orders_total.rate("5m").sumBy("job"), {
      group: both,
    });
    expect(problems({ alerts: { One }, recordings: { again } })).toEqual([
      `${at("of both")}: rule group "sales" holds both alerts and recordings (${id})\n` +
        "  fix: make a group for each",
    ]);
  });
  test("one declaration for many alerts, also of two services, is fine", () => {
    const group = ruleGroup("sales");
    const One = alert({ ...plainWords, group, expr: orderRate.gt(5) });
    const Two = alert({ ...plainWords, group, expr: orderRate.gt(6) });
    expect(problems({ alerts: { One }, services: [service("twin", { ...about, alerts: { Two } })] })).toEqual(
      [],
    );
  });
});

test("one definition under two names is reported as such", () => {
  expect(problems({ metrics: { sales, again: sales } })).toEqual([
    expect.stringMatching(
      /metric of job shop-api "shop_orders_total" is exported twice \(.*\)\n {2}fix: export it once$/,
    ),
  ]);
});

describe("it is fine", () => {
  test("that two jobs export a metric of one name", () => {
    const till = scrapeJob("shop-till", scrape);
    const more = metrics(till, { shop_orders_total: counter({ help: "At the till." }) });
    expect(problems({ jobs: { till }, metrics: { more } })).toEqual([]);
  });
  test("that two probes share a module", () => {
    const shared = probeModule("any", module);
    const one = probe("one", { ...scrape, targets: ["http://a.example.org"], module: shared });
    const two = probe("two", { ...scrape, targets: ["http://b.example.org"], module: shared });
    expect(problems({ jobs: { one, two } })).toEqual([]);
  });
  test("that things of two kinds share a name", () => {
    const logs = { one: logSource("shop-api", files) };
    const receivers = {
      onCall,
      unrouted,
      shop: receiver("shop", { description: "The shop.", notifiers: [] }),
    };
    expect(problems({ logs, platform: { receivers } })).toEqual([]);
  });
  test("that dashboards in two folders share a title", () => {
    const again = dashboard("shop-more", { ...board, title: "Shop overview", folder: "Other", rows });
    expect(problems({ dashboards: { again } })).toEqual([]);
  });
});

test("it cannot be allowed: nothing that follows would be right", () => {
  const allow = { [id]: "they are the same" };
  const FewOrders = alert({ ...plainWords, allow, expr: promql`${orderRate} < 1` });
  const services = [service("twin", { ...about, alerts: { FewOrders } })];
  expect(problems({ services })).toEqual([
    expect.stringContaining(`"${id}" is suppressed here, but it finds nothing`),
    expect.stringContaining(": alert"),
  ]);
});

test("a service that is listed twice is one problem, although all that it has is there twice", () => {
  const { platform, services } = definitionsWith();
  const found = problemsOf(id, { platform, services: [...services, ...services] });
  expect(found).toEqual([expect.stringContaining('service "shop" is exported twice')]);
});
