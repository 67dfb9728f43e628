import { alert, counter, failing, metrics, percent, ratioOf, share, slo, timeSeries } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { definitionsWith, problemsOf } from "../checks/small-definitions.ts";
import { phoneOrders, plainSlo } from "../checks/small-slo.ts";
import { api, dashboardWith, plainWords } from "../checks/small-shop.ts";

const calls = metrics(api, {
  shop_calls_total: counter({ help: "Calls.", unit: "calls", labels: { status: "*" } }),
  shop_visits_total: counter({ help: "Visits.", unit: "calls" }),
});
const { shop_calls_total: all, shop_visits_total: visits } = calls;
const failed = all.where({ status: "500" });
const bad = failing(failed, { of: all, words: "of the calls fail" });
const scenario = share(failed, all.where({ status: "200" }), {
  ok: 0,
  limit: percent(10),
  firing: percent(11),
});
const ManyFail = alert({
  ...plainWords,
  expr: ratioOf(failed.rate("5m").sumBy("instance"), all.rate("5m").sumBy("instance")).gt(percent(10)),
  scenario,
});
const Deaf = { ...ManyFail, allow: { "births-are-heard": "The first one is nothing." } };
const panel = timeSeries({
  title: "Calls",
  description: "What is asked.",
  queries: [all.rate("5m").sumBy("instance"), visits.rate("5m")],
});
const asked = { metrics: { calls }, dashboards: { more: dashboardWith(panel) } };
const { prometheus } = definitionsWith().platform;
const platform = { prometheus: { ...prometheus, retention: "31d" } } as const;

const pageOf = (parts: Parameters<typeof definitionsWith>[0]) => {
  const { files, problems } = compile(definitionsWith({ platform, ...parts }));
  expect(problems).toEqual([]);
  return files["docs/slos.md"];
};
const first = "What the first scrape of a new kind of failure finds is not counted here";

test("the page of an SLO says which alert counts what the first scrape of a new kind of failure finds", () => {
  const web = slo("web", { ...plainSlo, indicator: bad });
  expect(pageOf({ ...asked, slos: { web }, alerts: { ManyFail } })).toContain(
    `${first}; then counts: [ManyFail](<alerts/ManyFail.md>)`,
  );
});

test("that none does is a problem, or has a reason, and is said", () => {
  const web = slo("web", { ...plainSlo, indicator: bad });
  const parts = { platform, ...asked, slos: { web }, alerts: { ManyFail: Deaf } };
  expect(problemsOf("slos-are-heard-at-night", definitionsWith(parts))).toEqual([
    expect.stringContaining(
      `SLO "web" does not count what the first scrape of a new kind of failure finds, and no alert that fires at night does`,
    ),
  ]);
  const allowed = slo("web", {
    ...plainSlo,
    indicator: bad,
    allow: { "slos-are-heard-at-night": "one failure is none" },
  });
  expect(pageOf({ ...parts, slos: { web: allowed } })).toContain(`${first}; nothing else counts it then`);
});

test("it says nothing of it where all kinds are known", () => {
  const web = slo("web", {
    ...plainSlo,
    indicator: phoneOrders,
    allow: { "slos-are-heard-at-night": "nobody buys at night" },
  });
  expect(pageOf({ slos: { web } })).not.toContain("not counted here");
});
