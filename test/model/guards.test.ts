import {
  alert,
  asLabel,
  counter,
  gauge,
  holds,
  histogram,
  jsonEndpoint,
  jsonFields,
  metrics,
  probe,
  probeModule,
  promql,
  recording,
  scrapeJob,
  seconds,
  service,
  severity,
  type AlertDefinition,
  type Service,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { smallPlatform } from "../checks/small-platform.ts";
import { plainWords } from "../checks/small-shop.ts";

const low = severity("low", { rank: 2, response: "tomorrow", color: "blue" });
const till = scrapeJob("till", { description: "A till.", targets: ["localhost:81", "localhost:82"] });
const cash = metrics(till, {
  till_coins: gauge({ help: "Coins.", unit: "coins" }),
  till_notes: gauge({ help: "Notes.", unit: "notes" }),
  till_sales_total: counter({ help: "Sales.", unit: "sales", labels: { article: "*" } }),
  till_opened_total: counter({ help: "Opened.", labels: { by: ["key", "button"] } }),
  till_wait_seconds: histogram({ help: "Waiting.", unit: "seconds", buckets: [1, 5] }),
  till_lamp: gauge({ help: "A lamp.", unit: "bool", comesAndGoes: "only while somebody is there" }),
});

function guardsOf(alerts: Readonly<Record<string, AlertDefinition>>, more: Parts = {}) {
  const definitions = definitionsWith({
    jobs: { till, api: undefined },
    metrics: { cash, sales: undefined },
    recordings: { orderRate: undefined },
    dashboards: { overview: undefined },
    ...more,
    alerts: { FewOrders: undefined, ...alerts },
  });
  return resolve(definitions).model.alerts.filter(({ guardOf }) => guardOf !== undefined);
}

/** What each guard says is missing, by its severity. */
function missingOf(alerts: Readonly<Record<string, AlertDefinition>>, more: Parts = {}) {
  return Object.fromEntries(
    guardsOf(alerts, more).map(({ name, expr }) => [
      name,
      [...expr.matchAll(/"missing", "((?:[^"\\]|\\.)*)"/g)].map(([, what]) => what),
    ]),
  );
}

const FewCoins = alert({ ...plainWords, expr: cash.till_coins.lt(5), scenario: holds(cash.till_coins, 1) });

test("an alert that rests on a metric brings one on that metric being missing while its target is up", () => {
  const [guard, ...others] = guardsOf({ FewCoins });
  expect(others).toEqual([]);
  expect(guard).toMatchObject({
    name: "TillBlindCritical",
    service: "shop",
    guardOf: "till",
    for: "5m",
    component: "till-blind-critical",
    group: "shop_guards",
    labels: { severity: "critical", guard: "till" },
    expr: 'label_replace(up{job="till"} == 1 unless on(instance) till_coins{job="till"}, "missing", "till_coins", "instance", ".*")',
    annotations: {
      summary: "till at {{ $labels.instance }} answers without {{ $labels.missing }}",
      description: expect.stringContaining("Blind without till_coins: FewCoins."),
    },
  });
  expect(guard?.deployed.expr).toContain(
    'max_over_time(up{job="till"}[45s]) == 1 unless on(instance) last_over_time(till_coins{job="till"}[45s])',
  );
});

test("each severity has its own: what only a mild alert needs wakes nobody", () => {
  const words = { ...plainWords, scenario: holds(cash.till_coins, 1) };
  const FewNotes = alert({ ...words, severity: low, expr: cash.till_notes.lt(5) });
  const FewOfBoth = alert({
    ...words,
    severity: low,
    expr: cash.till_notes.lt(5).and(cash.till_coins.lt(5)),
  });
  const alerts = { FewCoins, FewNotes, FewOfBoth };
  expect(missingOf(alerts)).toEqual({ TillBlindCritical: ["till_coins"], TillBlindLow: ["till_notes"] });
  const [critical, mild] = guardsOf(alerts);
  expect(critical?.annotations["description"]).toContain("Blind without till_coins: FewCoins and FewOfBoth.");
  expect(mild?.annotations["description"]).toContain("Blind without till_notes: FewNotes and FewOfBoth.");
});

describe("what is looked for", () => {
  const conditions: readonly (readonly [string, AlertDefinition["expr"], readonly string[]])[] = [
    [
      "a label that is listed",
      cash.till_opened_total.where({ by: "key" }).increase("5m").gt(3),
      ["till_opened_total"],
    ],
    [
      "a histogram",
      cash.till_wait_seconds.quantile(0.9, "5m", "instance").gt(seconds(3)),
      ["till_wait_seconds"],
    ],
    [
      "a label that is not listed: whether there is anything",
      cash.till_sales_total.increase("5m").gt(3),
      ["any metric"],
    ],
    ["what comes and goes: whether there is anything", cash.till_lamp.eq(0), ["any metric"]],
    [
      "beside what comes and goes, what does not",
      cash.till_lamp.eq(0).and(cash.till_coins.lt(5)),
      ["till_coins"],
    ],
    ["both sides of an or", cash.till_coins.lt(5).or(cash.till_notes.lt(5)), ["till_coins", "till_notes"]],
    ["not what only keeps it silent", cash.till_coins.lt(5).unless(cash.till_notes.gt(9)), ["till_coins"]],
    [
      "not what it waits for to be missing",
      cash.till_coins.absent().or(cash.till_notes.gt(9)),
      ["till_notes"],
    ],
    ["PromQL as text", promql`max_over_time(${cash.till_coins}[5m]) < 5`, ["till_coins"]],
  ];
  test.each(conditions)("%s", (_, expr, missing) => {
    expect(missingOf({ Alert: alert({ ...plainWords, expr }) })).toEqual({ TillBlindCritical: missing });
  });

  test.each<[string, AlertDefinition["expr"]]>([
    ["what Prometheus writes of each scrape", till.up.eq(0)],
    ["what is there when it is missing", cash.till_coins.absent()],
  ])("nothing: %s", (_, expr) => {
    expect(missingOf({ Alert: alert({ ...plainWords, expr }) })).toEqual({});
  });

  test("what a recording reads, and what that reads", () => {
    const example = { given: [holds(cash.till_coins, 1)], expect: 1 };
    const most = recording("job:till_coins:max", cash.till_coins.maxBy("job"), { example });
    const half = recording("job:till_coins:half", most.div(2), { example });
    const Alert = alert({ ...plainWords, expr: half.lt(5) });
    expect(missingOf({ Alert }, { recordings: { orderRate: undefined, most, half } })).toEqual({
      TillBlindCritical: ["till_coins"],
    });
  });

  test("of a probe whether it has a result: the exporter has no answer without one", () => {
    const page = probe("page", {
      description: "The page.",
      targets: ["https://shop.example/"],
      module: probeModule("page", { description: "Any answer.", timeout: "5s" }),
    });
    const Alert = alert({ ...plainWords, expr: page.probe_ssl_earliest_cert_expiry.eq(0) });
    expect(missingOf({ Alert }, { jobs: { page, till } })).toEqual({ PageBlindCritical: ["probe_success"] });
  });
});

describe("of an answer in JSON", () => {
  const door = jsonEndpoint("door", {
    description: "A door.",
    targets: ["http://localhost:83/door"],
    sample: { state: "shut", width: { left: 1, right: 2 } },
  });
  const ofDoor = metrics(door, {
    door_state: gauge({ help: "State.", unit: "bool", labels: { state: ["open", "shut"] } }),
    door_width: gauge({ help: "Width.", labels: { side: ["left", "right"] } }),
  });
  const fields = jsonFields(door, {
    state: asLabel(ofDoor.door_state, "state"),
    "width.left": ofDoor.door_width.where({ side: "left" }),
    "width.right": ofDoor.door_width.where({ side: "right" }),
  });
  const parts = { jobs: { door }, metrics: { ofDoor }, jsonFields: { fields } };

  test("each field is looked for by itself, of which the alert asks for some", () => {
    const Both = alert({ ...plainWords, expr: ofDoor.door_width.sumBy("instance").lt(5) });
    const Left = alert({ ...plainWords, expr: ofDoor.door_width.where({ side: "left" }).lt(5) });
    const names = ["left", "right"].map((side) => `door_width{side=\\"${side}\\"}`);
    expect(missingOf({ Both }, parts)).toEqual({ DoorBlindCritical: names });
    expect(missingOf({ Left }, parts)).toEqual({ DoorBlindCritical: names.slice(0, 1) });
  });

  test("a text that is not listed is as good as none", () => {
    const Open = alert({ ...plainWords, expr: ofDoor.door_state.where({ state: "open" }).eq(1) });
    const [guard] = guardsOf({ Open }, parts);
    expect(guard?.expr).toContain(
      'unless on(instance) door_state{job="door", state=~"open|shut"}, "missing", "a listed state of door_state"',
    );
    // While all is well it is what the sample has, so that nothing else fires in a stack that is simulated.
    expect(JSON.stringify(guard?.scenarios)).toContain('"value":"shut"');
  });
});

test("a job can say why it has none", () => {
  const test1 = scrapeJob("test", {
    description: "A till.",
    targets: ["localhost:81"],
    unguarded: "for tests only",
  });
  const coins = metrics(test1, { test_coins: gauge({ help: "Coins." }) });
  const Alert = alert({ ...plainWords, expr: coins.test_coins.lt(5) });
  expect(missingOf({ Alert }, { jobs: { test1 }, metrics: { coins } })).toEqual({});
});

test("it is of the service that has the job, and names alerts of all services", () => {
  const Elsewhere = alert({ ...plainWords, expr: cash.till_coins.lt(3) });
  const other: Service = service("other", {
    title: "Other",
    description: "Looks at the till too.",
    owner: "Others",
    jobs: {},
    metrics: {},
    alerts: { Elsewhere },
  });
  const [guard, ...others] = guardsOf({ FewCoins }, { services: [other] });
  expect(others).toEqual([]);
  expect(guard?.service).toBe("shop");
  expect(guard?.annotations["description"]).toContain("Elsewhere and FewCoins");
});

test("of a job that is scraped every ten minutes it is right too, and its test shows it", () => {
  const rare = scrapeJob("rare", { description: "A till.", targets: ["localhost:81"], every: "10m" });
  const coins = metrics(rare, { rare_coins: gauge({ help: "Coins.", unit: "coins" }) });
  const Alert = alert({
    ...plainWords,
    expr: coins.rare_coins.lastOverTime("25m").lt(5),
    scenario: holds(coins.rare_coins, { ok: 9, limit: 5, firing: 4 }),
    allow: { "alerts-have-a-panel": "for a test" },
  });
  const definitions = definitionsWith({ jobs: { rare }, metrics: { coins }, alerts: { Alert } });
  const { problems, files } = compile({ ...definitions, platform: smallPlatform });
  expect(problems.map(formatProblem)).toEqual([]);
  expect(files["prometheus/alerts.yml"]).toContain('max_over_time(up{job="rare"}[30m]) == 1');
  expect(files["prometheus/alerts.yml"]).toContain('last_over_time(rare_coins{job="rare"}[30m])');
});

test("a name with a dollar is said as it is", () => {
  const shop2 = jsonEndpoint("dollar", {
    description: "Prices.",
    targets: ["http://localhost:83/"],
    sample: { price: 1 },
  });
  const prices = metrics(shop2, { shop_price: gauge({ help: "Price.", labels: { in: ["$1"] } }) });
  const fields = jsonFields(shop2, { price: prices.shop_price.where({ in: "$1" }) });
  const Alert = alert({ ...plainWords, expr: prices.shop_price.lt(5) });
  const [guard] = guardsOf({ Alert }, { jobs: { shop2 }, metrics: { prices }, jsonFields: { fields } });
  expect(guard?.expr).toContain('"shop_price{in=\\"$$1\\"}"');
});
