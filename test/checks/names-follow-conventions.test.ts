import { alert, counter, gauge, metrics, scrapeJob, type AlertDefinition } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { api, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "names-follow-conventions";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const ringing = (more: Partial<Pick<AlertDefinition, "labels" | "allow">> = {}) => ({
  ...plainWords,
  expr: orderRate.gt(5),
  ...more,
});

test.each(["manyOrders", "many_orders", "Many_Orders", "5Orders"])("no alert is called %s", (name) => {
  // badly named
  const one = alert(ringing());
  expect(problems({ alerts: { [name]: one } })).toEqual([
    `${at("badly named")}: alert "${name}" is not named as alerts are (${id})\n` +
      "  mend: name the export in CamelCase, such as TicketShopFailing",
  ]);
});

test("a counter ends with _total", () => {
  const more = metrics(api, {
    // no total
    shop_visits: counter({ help: "Visits.", unit: "visits" }),
  });
  expect(problems({ metrics: { more } })).toEqual([
    `${at("no total")}: counter "shop_visits" is not named as counters are (${id})\n` +
      "  mend: end its name with _total, or declare it as a gauge if it can fall",
  ]);
});

test.each(["shop:visits_total", "shop.visits_total", "1_visits_total", "shop visits_total"])(
  "no metric is called %s",
  (name) => {
    // no metric
    const visits = counter({ help: "Visits.", unit: "visits" });
    expect(problems({ metrics: { more: metrics(api, { [name]: visits }) } })).toEqual([
      `${at("no metric")}: metric "${name}" is not named as metrics are (${id})\n` +
        "  mend: use letters, digits and _ only; colons are for recordings",
    ]);
  },
);

const labelMend = "  mend: use letters, digits and _ only, not two of these at the start";

test("labels that start with __ are Prometheus' own, wherever they are given", () => {
  // of the metric
  const visits = gauge({ help: "Visits.", unit: "visits", labels: { __kind: "*" } });
  // of the job
  const till = scrapeJob("shop-till", {
    description: "The till.",
    targets: ["localhost:8082"],
    labels: { __place: "left" },
  });
  // of the alert
  const Ringing = alert(ringing({ labels: { __team: "sales" } }));
  const parts = {
    jobs: { till },
    metrics: { more: metrics(api, { shop_visits: visits }) },
    alerts: { Ringing },
  };
  expect(problems(parts)).toEqual([
    `${at("of the metric")}: label "__kind" of metric "shop_visits" is not named as labels are (${id})\n${labelMend}`,
    `${at("of the job")}: label "__place" of job "shop-till" is not named as labels are (${id})\n${labelMend}`,
    `${at("of the alert")}: label "__team" of alert "Ringing" is not named as labels are (${id})\n${labelMend}`,
  ]);
});

test("names that follow them are fine", () => {
  const more = metrics(api, {
    Shop_visits2_total: counter({ help: "Visits.", unit: "visits", labels: { _kind: "*", Kind2: "*" } }),
    shop_things_total: gauge({ help: "A gauge may be called so, if it comes so.", unit: "things" }),
  });
  const alerts = { X: alert(ringing()), HTTP5xxMany: alert(ringing({ labels: { team: "sales" } })) };
  expect(problems({ metrics: { more }, alerts })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the library calls it so" };
  const more = metrics(api, { shop_visits: counter({ help: "Visits.", unit: "visits", allow }) });
  expect(problems({ metrics: { more } })).toEqual([]);
});
