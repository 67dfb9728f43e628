import {
  alert,
  gauge,
  grows,
  histogram,
  holds,
  metrics,
  ms,
  percent,
  promql,
  quantile,
  runs,
  seconds,
  share,
  vector,
  type Word,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "alerts-have-a-rule-test";
const problems = (Firing: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ alerts: { Firing } }));
const web = sales.shop_orders_total.where({ channel: "web" });
const phone = sales.shop_orders_total.where({ channel: "phone" });
const stock = metrics(api, { shop_stock: gauge({ help: "Things in stock.", unit: "things" }) });
const many = { ...plainWords, expr: orderRate.gt(5) };

test("an alert without a scenario is reported at its line", () => {
  // Types demand it; this is what gets around them.
  const { scenario: _, ...untested } = plainWords;
  // unproven
  const Firing = alert({ ...untested, expr: orderRate.gt(5) } as unknown as typeof many);
  expect(problems(Firing)).toEqual([
    `${at("unproven")}: alert "Firing" has no scenario, so no test shows that it can fire (${id})\n` +
      "  fix: say what its series do, such as scenario: holds(series, { ok: …, limit: …, firing: … })",
  ]);
});

test("a scenario that is left open is reported with what is to be found", () => {
  // left open
  const Firing = alert({ ...many, scenario: { open: "no value was found at which it fires" } });
  expect(problems(Firing)).toEqual([
    `${at("left open")}: alert "Firing" leaves its scenario open: no value was found at which it fires (${id})\n` +
      "  fix: say what its series do, such as scenario: holds(series, { ok: …, limit: …, firing: … })",
  ]);
});

test("a scenario in which nothing changes is reported", () => {
  const scenario = runs(web, { ok: 3, limit: 4, firing: 3 });
  expect(problems(alert({ ...many, scenario }))).toEqual([
    expect.stringContaining("has a scenario whose series are the same at firing as at ok"),
  ]);
});

test("a scenario without plays in which it does not fire is reported", () => {
  expect(problems(alert({ ...many, scenario: { given: [] } }))).toEqual([
    expect.stringContaining("has a scenario without series in which it does not fire"),
  ]);
});

test("a given series that the expression does not read is reported at its line", () => {
  const expr = web.rate("5m").sumBy("instance").gt(5);
  // other channel
  const strange = runs(phone, { ok: 1, firing: 2 });
  const givens = [runs(web, { ok: 3, limit: 5, firing: 5.25 }), strange];
  const start = `${at("other channel")}: alert "Firing" is given shop_orders_total{`;
  const [only, ...others] = problems(alert({ ...plainWords, expr, scenario: { given: givens } }));
  expect(others).toEqual([]);
  expect(only?.startsWith(start)).toBe(true);
  expect(only).toContain("which its expression does not read");
});

test.each([
  ["above the highest bucket", ms(100), seconds(2.1)],
  ["below what the lowest bucket can have", ms(40), seconds(2)],
])("a quantile %s is reported at its line, with what its histogram can have", (_, ok, fires) => {
  const wait = metrics(api, {
    shop_wait_milliseconds: histogram({ help: "Time.", unit: "milliseconds", buckets: [50, 500, 2000] }),
  });
  const expr = wait.shop_wait_milliseconds.quantile(0.9, "5m", "instance").gt(ms(200));
  // unreachable
  const scenario = quantile(wait.shop_wait_milliseconds, 0.9, { ok, firing: fires });
  const Firing = alert({ ...plainWords, expr, scenario });
  expect(problemsOf(id, definitionsWith({ metrics: { wait }, alerts: { Firing } }))).toEqual([
    `${at("unreachable")}: alert "Firing" is given a quantile that the buckets of shop_wait_milliseconds cannot have (${id})\n` +
      "  fix: use levels from 45 to 2000 milliseconds: with every observation in the lowest bucket, the 0.9-quantile is 45",
  ]);
});

test("a rule that looks back further than any test can last is reported", () => {
  const expr = promql`increase(${web}[200y] offset 200y) > 5`;
  const scenario = grows(web, "5m", { ok: 1, limit: 5, firing: 6 });
  expect(problems(alert({ ...plainWords, expr, scenario }))).toContainEqual(
    expect.stringContaining("has durations that are too long for a test"),
  );
});

test("what is given of no series is reported", () => {
  const played = orderRate.where({ instance: "a" });
  expect(problems(alert({ ...many, scenario: holds(played, { ok: 1, limit: 5, firing: 6 }) }))).toEqual([]);
  const half = promql`${orderRate} / 2`;
  const scenario = grows(half as unknown as typeof orderRate, "5m", { ok: 1, firing: 6 });
  expect(problems(alert({ ...many, scenario }))).toContainEqual(
    expect.stringContaining("which is not a series"),
  );
});

test("where several givens change, the value of the alert is worked out", () => {
  const givens = [runs(web, { ok: 1, limit: 2, firing: 3 }), runs(phone, { ok: 1, limit: 3, firing: 3 })];
  const valued = { ...many, summary: ({ value }: { value: Word }) => `It takes ${value}` };
  expect(problems(alert({ ...valued, scenario: { given: givens } }))).toEqual([]);
  expect(problems(alert({ ...valued, scenario: { given: givens, value: 6 } }))).toEqual([]);
  // another value
  const Firing = alert({ ...valued, scenario: { given: givens, value: 7 } });
  expect(problems(Firing)).toEqual([
    `${at("another value")}: alert "Firing" has value: 7 in its scenario, but when it starts to fire the value is 6 (${id})\n` +
      "  fix: write value: 6, or leave value out",
  ]);
  expect(problems(alert({ ...many, scenario: { given: givens } }))).toEqual([]);
});

test("where it cannot be worked out, it must be written", () => {
  // Nobody says at which hour the test is evaluated.
  const expr = promql`${orderRate} > 5 and on () hour() >= 0`;
  const valued = { ...plainWords, expr, summary: ({ value }: { value: Word }) => `It takes ${value}` };
  const givens = [runs(web, { ok: 1, limit: 2, firing: 3 }), runs(phone, { ok: 1, limit: 3, firing: 3 })];
  expect(problems(alert({ ...valued, scenario: { given: givens } }))).toEqual([
    expect.stringContaining(
      "shows its value in its summary, but its scenario does not say what the value is",
    ),
  ]);
});

test("a bound that is too short is reported with the moment that is right", () => {
  // too short
  const Firing = alert({
    ...plainWords,
    expr: orderRate.gt(5).and(web.rate("1h").sumBy("instance").gt(5)),
    scenario: { given: [runs(web, { ok: 3, limit: 5, firing: 9 })], after: "5m" },
  });
  expect(problems(Firing)).toEqual([
    `${at("too short")}: alert "Firing" fires after 19m30s, not after 5m at the latest: only then does its condition begin to hold in its scenario (${id})\n` +
      '  fix: write after: "19m30s"',
  ]);
});

describe("what happens when its series are missing follows from the expression", () => {
  const given = [holds(stock.shop_stock, { ok: 9, firing: "missing" })];
  const gone = { ...many, expr: stock.shop_stock.absent(), scenario: { given } };
  const low = {
    ...many,
    expr: stock.shop_stock.lt(3),
    scenario: holds(stock.shop_stock, { ok: 9, firing: 2 }),
  };
  const shown = (Firing: ReturnType<typeof alert>) => {
    const { model } = resolve(definitionsWith({ metrics: { stock }, alerts: { Firing } }));
    const test = testedModel(model).ruleTests.find(({ name }) => name === "Firing");
    return test?.shows.filter((name) => name.includes("none of its series"));
  };

  test("and need not be said", () => {
    expect(shown(alert(gone))).toEqual(["fires when none of its series exist"]);
    expect(shown(alert(low))).toEqual(["silent when none of its series exist"]);
    expect(shown(alert({ ...low, expr: stock.shop_stock.lt(3).or(stock.shop_stock.absent()) }))).toEqual([
      "fires when none of its series exist",
    ]);
    expect(
      shown(
        alert({ ...low, expr: stock.shop_stock.lt(3).unless(stock.shop_stock.absent(), { on: ["job"] }) }),
      ),
    ).toEqual(["silent when none of its series exist"]);
  });

  test("and may be said", () => {
    expect(shown(alert({ ...gone, scenario: { given, whenMissing: "firing" } }))).toEqual([
      "fires when none of its series exist",
    ]);
  });

  test.each([
    ["silent", gone.expr, "fires", ""],
    ["firing", low.expr, "is silent", ": absent(…) fires when nothing is there"],
  ] as const)(
    "but whenMissing: %s that contradicts it is a problem",
    (whenMissing, condition, does, more) => {
      const Firing = alert({ ...many, expr: condition, scenario: { given, whenMissing } });
      expect(problemsOf(id, definitionsWith({ metrics: { stock }, alerts: { Firing } }))).toEqual([
        expect.stringContaining(
          `alert "Firing" ${does} when none of its series exist, but its scenario says whenMissing: "${whenMissing}" (${id})\n` +
            `  fix: leave whenMissing out, or correct the expression${more}`,
        ),
      ]);
    },
  );
});

test("a template that a rule test cannot evaluate is reported", () => {
  const summary = "{{ if gt $value 5.0 }}many{{ end }}";
  expect(problems(alert({ ...many, summary }))).toEqual([
    expect.stringContaining("uses if in its summary, which a rule test cannot evaluate"),
  ]);
});

test.each([
  ["one given", many],
  [
    "an alert that always fires",
    { ...many, expr: vector(1).gt(0), scenario: { given: [], whenMissing: "firing" } },
  ],
  [
    "a share",
    {
      ...many,
      expr: web
        .rate("5m")
        .div(sales.shop_orders_total.rate("5m").sumBy("job", "instance", "service", "channel"))
        .gt(0.5 as never),
      scenario: share(web, phone, { ok: percent(40), limit: percent(50), firing: percent(60) }),
    },
  ],
] as const)("%s is fine", (_, options) => {
  expect(problems(alert(options as unknown as typeof many))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const { scenario: _, ...untested } = plainWords;
  const allow = { [id]: "it is tested elsewhere" };
  const Firing = alert({ ...untested, allow, expr: orderRate.gt(5) } as unknown as typeof many);
  expect(problems(Firing)).toEqual([]);
});
