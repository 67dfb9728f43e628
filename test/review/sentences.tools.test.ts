// What is said of two versions of small alerts, with what the real promtool played of them.
import {
  alert,
  counter,
  gauge,
  grows,
  holds,
  metrics,
  percent,
  promql,
  ratioOf,
  recording,
  runs,
  share,
} from "signalbox";
import { expect, test } from "vitest";
import { uncheckedModel } from "../../generators/compile.ts";
import { comparisonOf, withPlayed } from "../../generators/review/comparison.ts";
import { contradictionsIn } from "../../generators/review/contradictions.ts";
import { versionOfModel } from "../../generators/review/of-model/version-of-model.ts";
import { itemsOf, reviewOf } from "../../generators/review/review.ts";
import { playedOf } from "../../scripts/diff/played.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, plainWords, sales } from "../checks/small-shop.ts";

const work = metrics(api, {
  shop_queue: gauge({ help: "Orders that wait.", unit: "orders", labels: { zone: ["north", "south"] } }),
  shop_calls_total: counter({
    help: "Calls.",
    unit: "calls",
    labels: { result: ["answered", "failed"], zone: ["north", "south"] },
  }),
  shop_mails_total: counter({ help: "Mails.", unit: "mails", labels: { result: ["sent", "bounced"] } }),
});
const { shop_queue: queue, shop_calls_total: calls, shop_mails_total: mails } = work;
const north = queue.where({ zone: "north" });
const bounced = mails.where({ result: "bounced" });
const web = sales.shop_orders_total.where({ channel: "web" });

const busy = mails.rate("5m").sumBy("instance");
const onInstance = { on: ["instance"] } as const;

const failing = (where: { readonly zone?: "north" }, ...by: readonly "zone"[]) =>
  ratioOf(
    calls
      .where({ ...where, result: "failed" })
      .rate("5m")
      .sumBy("instance", ...by),
    calls
      .where(where)
      .rate("5m")
      .sumBy("instance", ...by),
  );
const failures = share(
  calls.where({ result: "failed", zone: "north" }),
  calls.where({ result: "answered", zone: "north" }),
  { ok: percent(1), limit: percent(5), firing: percent(5.1) },
);

const plain = { ...plainWords, for: "5m" } as const;
const waits = (limit: number, firing: number) => holds(north, { ok: 10, limit, firing });

interface Rules {
  readonly Orders: ReturnType<typeof alert>;
  readonly rate?: ReturnType<typeof recording>;
}

/** Each sentence with its class and how it is known. */
async function said(base: Rules, head: Rules): Promise<string[]> {
  const versions = [base, head].map(({ Orders, rate }) => {
    const made = uncheckedModel(
      definitionsWith({ metrics: { work }, alerts: { Orders }, ...(rate ? { recordings: { rate } } : {}) }),
    );
    if ("problems" in made) throw new Error(JSON.stringify(made.problems));
    return versionOfModel(made.model);
  });
  const [before, after] = versions;
  if (!before || !after) throw new Error("there are two versions");
  const unplayed = comparisonOf(before, after);
  const { played, complaint } = await playedOf(unplayed);
  expect(complaint).toBeUndefined();
  const comparison = withPlayed(unplayed, played);
  expect(contradictionsIn(comparison)).toEqual([]);
  return itemsOf(reviewOf(comparison))
    .filter(({ subject }) => subject.name === "Orders")
    .map(
      ({ class: name, text, decider }) => `${name}: ${text}${decider === undefined ? "" : ` [${decider}]`}`,
    );
}

const above = (limit: number) => ({ ...plain, expr: north.gt(limit), scenario: waits(limit, limit + 1) });

test("a limit: a value on which they differ, and when somebody is notified of what both fire at", async () => {
  expect(await said({ Orders: alert(above(100)) }, { Orders: alert(above(200)) })).toEqual([
    "less: above 200 orders, was 100 orders: 200 orders fired after 5 min, is silent now [cross play]",
    "proof: its rule test passes with any limit from 200 orders to 201 orders, was 100 orders to 101 orders",
  ]);
});

test("a rule test that lets more pass is weaker", async () => {
  const orders = { expr: web.rate("5m").sumBy("instance").gt(100), ...plain };
  const tight = alert({ ...orders, scenario: runs(web, { ok: 1, limit: 100, firing: 101 }) });
  const wide = alert({ ...orders, scenario: runs(web, { ok: 1, limit: 50, firing: 200 }) });
  expect(await said({ Orders: tight }, { Orders: wide })).toEqual([
    "proof: its rule test is weaker: it passes with any limit from 50 orders/s to 200 orders/s, was 100 orders/s to 101 orders/s",
  ]);
  expect(await said({ Orders: wide }, { Orders: tight })).toEqual([
    "proof: its rule test passes with any limit from 100 orders/s to 101 orders/s, was 50 orders/s to 200 orders/s",
  ]);
});

test("what rests on a recording that means something else", async () => {
  const rate = (window: "5m" | "20m") =>
    recording("instance:shop_web:rate5m", web.rate(window).sumBy("instance"), {
      help: "Web orders.",
      example: { given: [runs(web, 3)], expect: 3 },
    });
  const on = (one: ReturnType<typeof rate>) => {
    const scenario = runs(web, { ok: 1, limit: 100, firing: 110 });
    return { Orders: alert({ ...plain, expr: one.gt(100), scenario }), rate: one };
  };
  expect(await said(on(rate("5m")), on(rate("20m")))).toEqual([
    "later: notified at the latest after 24 min 15 s, was 10 min 45 s",
    "unknown: instance:shop_web:rate5m means something else: as far as was played, it fires above 100 orders/s after 23 min, was 9 min 30 s [cross play]",
  ]);
});

test("of two things at once what comes of both is said with the second", async () => {
  const both = { ...plain, expr: queue.gt(200), scenario: waits(200, 201) };
  expect(await said({ Orders: alert(above(100)) }, { Orders: alert(both) })).toEqual([
    "differently: above 200 orders, was 100 orders",
    'differently: all series of shop_queue, was only those with zone="north"; together: 200 orders fired after 5 min, is silent now; what its scenario plays, with zone="south", was silent, fires after 5 min now [cross play]',
    "proof: its rule test passes with any limit from 200 orders to 201 orders, was 100 orders to 101 orders",
  ]);
});

test.each<[string, Rules, Rules, readonly string[]]>([
  [
    "more series",
    {
      Orders: alert({
        ...plain,
        expr: bounced.increase("1h").gt(10),
        scenario: grows(bounced, "1h", { ok: 1, limit: 10, firing: 11 }),
      }),
    },
    {
      Orders: alert({
        ...plain,
        expr: mails.increase("1h").gt(10),
        scenario: grows(bounced, "1h", { ok: 1, limit: 10, firing: 11 }),
      }),
    },
    [
      'more: all series of shop_mails_total, was only those with result="bounced": what its scenario plays, with result="sent", was silent, fires after 59 min now [cross play]',
    ],
  ],
  [
    "fewer series",
    { Orders: alert({ ...plain, expr: queue.gt(100), scenario: waits(100, 101) }) },
    { Orders: alert(above(100)) },
    [
      'less: only series of shop_queue with zone="north": what its scenario plays, with zone="south", fired after 5 min, is silent now [cross play]',
    ],
  ],
  [
    "a matcher of a value that no series has",
    { Orders: alert({ ...above(100), expr: promql`shop_queue{job="shop-api", zone!="east"} > 100` }) },
    { Orders: alert({ ...above(100), expr: promql`shop_queue{job="shop-api"} > 100` }) },
    ['none: all series of shop_queue, was only those with zone!="east": it fires as before [order]'],
  ],
  [
    "other series",
    {
      Orders: alert({
        ...plain,
        expr: queue.where({ zone: "south" }).gt(100),
        scenario: holds(queue.where({ zone: "south" }), { ok: 10, limit: 100, firing: 101 }),
      }),
    },
    { Orders: alert(above(100)) },
    [
      'differently: series of shop_queue with zone="north", was zone="south": what the old scenario plays fired after 5 min, is silent now; what the new scenario plays was silent, fires after 5 min now [cross play]',
      'proof: its rule test plays shop_queue{job="shop-api", zone="north"} in place of shop_queue{job="shop-api", zone="south"}',
    ],
  ],
  [
    "a share of more series, of both counters",
    { Orders: alert({ ...plain, expr: failing({ zone: "north" }).gt(percent(5)), scenario: failures }) },
    { Orders: alert({ ...plain, expr: failing({}).gt(percent(5)), scenario: failures }) },
    [
      'more: all series of shop_calls_total, was only those with zone="north": what its scenario plays, with zone="south", was silent, fires after 9 min 30 s now [cross play]',
    ],
  ],
  [
    "another grouping of both sides of a share",
    { Orders: alert({ ...plain, expr: failing({}).gt(percent(5)), scenario: failures }) },
    { Orders: alert({ ...plain, expr: failing({}, "zone").gt(percent(5)), scenario: failures }) },
    [
      'identity: one alert for each instance and zone, was for each instance: open alerts resolve and fire anew; what fires has zone="north" as well [cross play]',
    ],
  ],
  [
    "another grouping",
    { Orders: alert({ ...plain, expr: queue.sumBy("instance").gt(100), scenario: waits(100, 101) }) },
    { Orders: alert({ ...plain, expr: queue.sumBy("instance", "zone").gt(100), scenario: waits(100, 101) }) },
    [
      'identity: one alert for each instance and zone, was for each instance: open alerts resolve and fire anew; what fires has zone="north" as well [cross play]',
    ],
  ],
  [
    "a condition that must hold for longer",
    { Orders: alert(above(100)) },
    { Orders: alert({ ...above(100), for: "12m" }) },
    [
      "later: must hold for 12 min, was 5 min: fires 7 min later [cross play]",
      "later: notified at the latest after 13 min, was 6 min",
    ],
  ],
  [
    "another limit beside it, in its own unit",
    { Orders: alert({ ...above(100), expr: north.gt(100).and(busy.gt(2), onInstance) }) },
    { Orders: alert({ ...above(100), expr: north.gt(100).and(busy.gt(3), onInstance) }) },
    [
      'less: only while sum by (instance) (rate(shop_mails_total{job="shop-api"}[5m])) is above 3, was 2: it fires less [order]',
    ],
  ],
  [
    "another limit of what must not be",
    { Orders: alert({ ...above(100), expr: north.gt(100).unless(busy.gt(2), onInstance) }) },
    { Orders: alert({ ...above(100), expr: north.gt(100).unless(busy.gt(3), onInstance) }) },
    [
      'more: not while sum by (instance) (rate(shop_mails_total{job="shop-api"}[5m])) is above 3, was 2: it fires at all that it did; as far as was played, both versions fire above 100 orders after 5 min [order]',
    ],
  ],
  [
    "a longer window, which comes to the same in the end",
    {
      Orders: alert({
        ...plain,
        expr: web.rate("5m").gt(100),
        scenario: runs(web, { ok: 1, limit: 100, firing: 110 }),
      }),
    },
    {
      Orders: alert({
        ...plain,
        expr: web.rate("20m").gt(100),
        scenario: runs(web, { ok: 1, limit: 100, firing: 110 }),
      }),
    },
    [
      'unknown: shop_orders_total{channel="web", job="shop-api"} over 20m, was 5m: as far as was played, it fires above 100 orders/s after 23 min, was 9 min 30 s [cross play]',
      "later: notified at the latest after 23 min 45 s, was 10 min 15 s",
    ],
  ],
  [
    "a condition that is always met where it was played",
    { Orders: alert(above(100)) },
    { Orders: alert({ ...above(100), expr: north.gt(100).and(queue.gt(50)) }) },
    [
      "less: another expression: it fires at nothing new; as far as was played, both versions fire above 100 orders after 5 min [order]",
    ],
  ],
])("%s", async (_, base, head, expected) => {
  expect(await said(base, head)).toEqual(expected);
});

test("where it ends: further back it fires longer, and its scenario says so", async () => {
  const end = (ok: number) => ({
    resolvesAt: ok,
    scenario: { given: [waits(100, 101)], ending: [holds(north, { ok, firing: ok + 1 })] },
  });
  const back = (at: number) => alert({ ...above(100), ...end(at) });
  const never = alert(above(100));
  const proofs = (all: readonly string[]) => all.filter((text) => !text.startsWith("proof:"));
  expect(proofs(await said({ Orders: never }, { Orders: back(80) }))).toEqual([
    "longer: ends when its value is back at 80 orders, was at its threshold",
  ]);
  expect(await said({ Orders: back(80) }, { Orders: back(50) })).toEqual([
    "longer: ends when its value is back at 50 orders, was when its value is back at 80 orders",
    expect.stringContaining("proof:"),
  ]);
  expect(proofs(await said({ Orders: back(80) }, { Orders: back(90) }))).toEqual([
    "shorter: ends when its value is back at 90 orders, was when its value is back at 80 orders",
  ]);
});
