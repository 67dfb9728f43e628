import { alert, gauge, metrics, percent, slo } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { shapeProblems } from "../../generators/model/shape.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { definitionsWith, problemsOf, type Parts } from "../checks/small-definitions.ts";
import { plainSlo } from "../checks/small-slo.ts";
import { orderRate, plainWords, shop } from "../checks/small-shop.ts";
import { api } from "../checks/small-shop.ts";

const allow = { "one-failure-fires-nothing": "it is a small shop" };
const web = slo("web-orders", { ...plainSlo, objective: percent(99.9), window: ["30d", "28d"], allow });
const modelWith = (parts: Parts) => resolve(definitionsWith(parts)).model;
const model = modelWith({ slos: { web } });

test("an SLO has what was promised, by whom, and the names of all that came of it", () => {
  expect(model.slos).toMatchObject([
    {
      id: "web-orders",
      service: "shop",
      title: "Orders come over the web",
      description: "Who phones has found no other way.",
      owner: "Shop team",
      objective: 0.999,
      objectiveText: "99.9%",
      budget: 0.001,
      windows: ["30d", "28d"],
      indicator: "of the orders come by phone",
      counts: "events",
      minimumTraffic: 0.5,
      alerts: [
        "WebOrdersBurnsFast30d",
        "WebOrdersBurnsSlowly30d",
        "WebOrdersBurnsFast28d",
        "WebOrdersBurnsSlowly28d",
      ],
      dashboard: "shop-slos",
      row: "Orders come over the web: 99.9% over 30 days and 28 days",
      allow,
    },
  ]);
  expect(model.slos[0]?.burns[0]).toEqual({
    alert: "WebOrdersBurnsFast30d",
    window: "30d",
    rates: [
      { factor: 14.4, limit: 14.4 * 0.001, long: "1h", longMs: 3_600_000, short: "5m" },
      { factor: 6, limit: 6 * 0.001, long: "6h", longMs: 21_600_000, short: "30m" },
    ],
  });
});

test("its rules, alerts and dashboard are among those of the service, each once", () => {
  const own = model.recordings.filter(({ name }) => name.includes("web_orders")).map(({ name }) => name);
  expect(own).toEqual(model.slos[0]?.recordings);
  expect(model.alerts.map(({ name }) => name).sort()).toEqual(
    ["FewOrders", "ShopApiBlindCritical", ...(model.slos[0]?.alerts ?? [])].sort(),
  );
  expect(model.dashboards.map(({ uid, folder, title }) => [uid, folder, title])).toEqual([
    ["shop-overview", "Shop", "Shop overview"],
    ["shop-slos", "Shop", "SLOs of Shop"],
  ]);
  expect(model.dashboards[1]?.rows.map(({ title }) => title)).toEqual([model.slos[0]?.row]);
});

test("the alerts lead to the dashboard that draws them, though another shows their metric too", () => {
  const urls = model.alerts.map(({ name, annotations }) => [
    name,
    annotations["dashboard_url"]?.split("/").at(-1),
  ]);
  expect(Object.fromEntries(urls)).toMatchObject({
    FewOrders: "shop-overview",
    WebOrdersBurnsFast30d: "shop-slos",
    WebOrdersBurnsSlowly28d: "shop-slos",
  });
});

test("without SLOs there is no dashboard for them; without other dashboards the folder is the service's", () => {
  expect(modelWith({}).dashboards.map(({ uid }) => uid)).toEqual(["shop-overview"]);
  const { model: alone } = resolve({
    ...definitionsWith(),
    services: [{ ...shop, dashboards: {}, slos: { web } }],
  });
  expect(alone.dashboards.map(({ uid, folder }) => [uid, folder])).toEqual([["shop-slos", "Shop"]]);
});

test("somebody else than the owner of the service may answer for it", () => {
  const other = slo("web-orders", { ...plainSlo, owner: "The web team" });
  expect(modelWith({ slos: { other } }).slos[0]?.owner).toBe("The web team");
});

describe("what names cannot be", () => {
  const twice = (parts: Parts) =>
    problemsOf("names-are-unique", definitionsWith(parts)).map((text) => text.split("\n")[0]);

  test("an alert with the name of an SLO's alert is reported, and replaces none", () => {
    const WebOrdersBurnsFast30d = alert({ ...plainWords, expr: orderRate.gt(5) });
    expect(twice({ slos: { web }, alerts: { WebOrdersBurnsFast30d } })).toEqual([
      expect.stringContaining('alert "WebOrdersBurnsFast30d" is defined twice: also at'),
    ]);
  });

  test("a recording with the name of an SLO's recording is reported", () => {
    const total = recording("job:web_orders_bad:ratio_1h", orderRate.sum());
    expect(twice({ slos: { web }, recordings: { orderRate, total } })).toEqual([
      expect.stringContaining('recording "job:web_orders_bad:ratio_1h"'),
    ]);
  });

  test("two SLOs of one id are reported, with all that they share", () => {
    const again = slo("web-orders", plainSlo);
    expect(twice({ slos: { web, again } })).toContainEqual(
      expect.stringContaining('SLO "web-orders" is defined twice: also at'),
    );
  });
});

describe("a malformed SLO", () => {
  const malformed = (parts: Parts) => shapeProblems(definitionsWith(parts)).map(formatProblem);

  test("is called by its least traffic", () => {
    const none = slo("web-orders", { ...plainSlo, minimumTraffic: 0 });
    expect(malformed({ slos: { none } })).toEqual([
      expect.stringContaining(
        'SLO "web-orders": options.minimumTraffic is 0 (definitions-are-well-formed)\n  fix: write a number above 0',
      ),
    ]);
  });

  test("is called by its id, where a computed one got around the types", () => {
    const id: string = ["Web", "Orders"].join("_");
    expect(malformed({ slos: { odd: slo(id, plainSlo) } })).toContainEqual(
      expect.stringContaining('SLO "Web_Orders": id is "Web_Orders"'),
    );
  });

  test("is reported when it is not an SLO", () => {
    const strange = metrics(api, { shop_x: gauge({ help: "X." }) });
    // A cast: the types refuse it.
    expect(malformed({ slos: { strange: strange as unknown as typeof web } })).toEqual([
      expect.stringContaining('service "shop": slos.strange was not made with slo(…)'),
    ]);
  });
});
