// An alert that ends elsewhere than it begins is one alert while its value flaps between the two, as promtool sees it.
import { alert, counter, gauge, holds, metrics, percent, ratioOf, runs, share, type Labels } from "signalbox";
import { describe, expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import { filesOfEach } from "../../generators/output.ts";
import { formatPromql } from "../../generators/promql/format.ts";
import { ruleTestsOf, testedModel } from "../../generators/rule-tests/tested-model.ts";
import { alertCards } from "../../generators/targets/docs/alert-cards.ts";
import { alertPictures } from "../../generators/targets/docs/alert-pictures.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, orderRate, plainWords, sales } from "../checks/small-shop.ts";
import { failuresOf, failuresOfEach } from "./promtool.ts";

const machine = metrics(api, {
  shop_load: gauge({ help: "Load.", unit: "ratio" }),
  shop_seats: gauge({ help: "Free seats.", unit: "count" }),
  shop_visits_total: counter({ help: "Visits.", unit: "visits", labels: { channel: ["web", "phone"] } }),
  shop_failed_total: counter({ help: "Failed.", unit: "requests" }),
  shop_served_total: counter({ help: "Served.", unit: "requests" }),
});
const { shop_load: load, shop_seats: seats, shop_visits_total: visits } = machine;
const { shop_failed_total: failed, shop_served_total: served } = machine;

type AllOptions = Parameters<typeof alert<Labels, "ratio">>[0];
type Options = Partial<Pick<AllOptions, "for" | "keepFiringFor" | "allow" | "scenario">>;
const busy = holds(load, { ok: percent(50), limit: percent(90), firing: percent(91) });
const calm = holds(load, { ok: percent(80), firing: percent(81) });

function modelOf(Load: ReturnType<typeof alert>, more: Record<string, ReturnType<typeof alert>> = {}) {
  return testedModel(resolve(definitionsWith({ metrics: { machine }, alerts: { Load, ...more } })).model);
}

function testOf(Load: ReturnType<typeof alert>) {
  const model = modelOf(Load);
  const found = model.ruleTests.find(({ name }) => name === "Load");
  if (found?.rule.kind !== "alert") throw new Error("there is no alert");
  return { model, ruleTest: found, rule: found.rule };
}

const begins = { ...plainWords, expr: load.gt(percent(90)) };
const highLoad = (more: Options = {}) =>
  alert({
    ...begins,
    resolvesAt: percent(80),
    scenario: { given: [busy], ending: [calm] },
    ...more,
  });

test("it goes on while ALERTS says that it fires, with the labels of its series", () => {
  const { rule } = testOf(highLoad({ for: "0m", allow: { "gaps-are-bridged": "Not here." } }));
  expect(formatPromql(rule.deployed).replace(/\s+/g, " ").trim()).toBe(
    'shop_load{job="shop-api"} > 0.9 or shop_load{job="shop-api"} > 0.8 and on (instance, job) ' +
      'ALERTS{alertname="Load",alertstate="firing",component="sales",service="shop",severity="critical"}',
  );
});

const web = visits.where({ channel: "web" });
const sold = sales.shop_orders_total.where({ channel: "web" });
const cases: Readonly<Record<string, ReturnType<typeof alert>>> = {
  "a gauge": highLoad(),
  "at once": highLoad({ for: "0m" }),
  "kept for a while": highLoad({ keepFiringFor: "10m" }),
  "below a number": alert({
    ...plainWords,
    expr: seats.lt(5),
    resolvesAt: 10,
    scenario: {
      given: [holds(seats, { ok: 90, limit: 5, firing: 4 })],
      ending: [holds(seats, { ok: 10, firing: 9 })],
    },
  }),
  "a rate": alert({
    ...plainWords,
    expr: web.rate("5m").gt(5),
    resolvesAt: 3,
    scenario: {
      given: [runs(web, { ok: 1, limit: 5, firing: 5.25 })],
      ending: [runs(web, { ok: 3, firing: 3.25 })],
    },
  }),
  "a mean": alert({
    ...plainWords,
    expr: load.avgOverTime("10m").gt(percent(90)),
    resolvesAt: percent(80),
    scenario: { given: [busy], after: "10m", ending: [calm] },
  }),
  "a share": alert({
    ...plainWords,
    expr: ratioOf(failed.rate("5m"), failed.rate("5m").add(served.rate("5m"))).gt(percent(5)),
    resolvesAt: percent(2),
    scenario: {
      given: [share(failed, served, { ok: 0, limit: percent(5), firing: percent(6) })],
      ending: [share(failed, served, { ok: percent(2), firing: percent(3) })],
    },
  }),
  "one number of all": alert({
    ...plainWords,
    expr: load.max().gt(percent(90)),
    resolvesAt: percent(80),
    scenario: { given: [busy], ending: [calm] },
  }),
  "a recording": alert({
    ...plainWords,
    expr: orderRate.gt(5),
    resolvesAt: 3,
    scenario: {
      given: [runs(sold, { ok: 1, limit: 5, firing: 5.25 })],
      ending: [runs(sold, { ok: 3, firing: 3.5 })],
    },
  }),
  "several reasons": alert({
    ...plainWords,
    expr: load.gt(percent(90)).or(load.maxOverTime("5m").gt(percent(90))),
    resolvesAt: percent(80),
    scenario: { given: [busy], ending: [calm] },
  }),
  "with a guard": alert({
    ...plainWords,
    expr: load.gt(percent(90)).and(seats.lt(50)),
    resolvesAt: percent(80),
    scenario: { given: [busy, holds(seats, { ok: 90, limit: 40, firing: 40 })], ending: [calm] },
  }),
};

describe("promtool sees one alert", () => {
  test.each(Object.entries(cases))("%s", async (_, own) => {
    const { ruleTest } = testOf(own);
    expect(ruleTest.complaints).toEqual([]);
    expect(ruleTest.shows.filter((name) => name.startsWith("goes on until its value"))).toHaveLength(1);
    expect(await failuresOf(ruleTest)).toBe("");
  });

  test("and two without it: each mistake in where it ends is noticed", async () => {
    const { model, ruleTest, rule } = testOf(highLoad());
    const mutants = mutantsOf(rule, model).filter(({ operator }) => operator === "resolvesAt");
    expect(mutants.map(({ id, what }) => [id, what])).toEqual([
      ["resolvesAt nearer", "resolvesAt 80% → 81%"],
      ["resolvesAt further", "resolvesAt 80% → 79%"],
      ["resolvesAt removed", "resolvesAt 80% removed"],
    ]);
    const tested = mutants.map(({ mutated }) => {
      const alerts = model.alerts.map((one) =>
        one.name === rule.name && mutated.kind === "alert" ? mutated : one,
      );
      const [wrong] = ruleTestsOf({ ...model, alerts }).filter(({ name }) => name === "Load");
      return { ruleFile: wrong?.ruleFile ?? ruleTest.ruleFile, testFile: ruleTest.testFile };
    });
    const failures = await failuresOfEach(tested);
    expect(failures.map((text) => text !== "")).toEqual([true, true, true]);
  });
});

describe("what a scenario does not show is said", () => {
  const complaintsOf = (own: ReturnType<typeof alert>) =>
    testOf(own).ruleTest.complaints.map(({ message }) => message);

  test.each<[string, ReturnType<typeof alert>, string]>([
    [
      "no end",
      highLoad({ scenario: busy }),
      "goes on until its value is back at 80%, but no scenario shows it",
    ],
    [
      "held where it is over",
      highLoad({
        scenario: { given: [busy], ending: [holds(load, { ok: percent(70), firing: percent(80) })] },
      }),
      "is over at `firing` of its `ending`: it goes on only until its value is back at 80%",
    ],
    [
      "held where it would begin",
      highLoad({
        scenario: { given: [busy], ending: [holds(load, { ok: percent(80), firing: percent(95) })] },
      }),
      "would also begin at `firing` of its `ending`, which then does not show that it goes on until 80%",
    ],
    [
      "ended where it goes on",
      highLoad({
        scenario: { given: [busy], ending: [holds(load, { ok: percent(82), firing: percent(85) })] },
      }),
      "goes on at `ok` of its `ending`: its value is not back at 80%",
    ],
    [
      "an end of other series",
      highLoad({ scenario: { given: [busy], ending: [calm, holds(seats, { ok: 1, firing: 2 })] } }),
      'is given shop_seats{job="shop-api",instance="bad:9100",service="shop"} in `ending`, but not in `given`',
    ],
    [
      "an end without another number",
      alert({ ...begins, scenario: { given: [busy], ending: [calm] } }),
      "has a scenario with `ending`, but ends where it begins",
    ],
  ])("%s", (_, own, says) => {
    expect(complaintsOf(own)).toEqual([says]);
  });
});

test("its card says where it ends", () => {
  const card = filesOfEach(alertCards, modelOf(highLoad()))["docs/alerts/Load.md"] ?? "";
  expect(card).toContain("It fires when this has held for 5m, until the value is 80% or below.");
});

test("its picture draws where it ends", () => {
  const [picture = ""] = Object.entries(filesOfEach(alertPictures, modelOf(highLoad())))
    .filter(([path]) => path.endsWith("Load-light.svg"))
    .map(([, svg]) => svg);
  expect(picture).toContain("ends at 80%");
});
