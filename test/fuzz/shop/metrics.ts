import { asLabel, counter, eachOf, gauge, histogram, jsonFields, leftOut, metrics, summary } from "signalbox";
import type { Given } from "./given.ts";
import type { Jobs } from "./jobs.ts";

export type Metrics = ReturnType<typeof metricsOf>;

/** What is measured there. */
export function metricsOf(given: Given, { api, till }: Jobs) {
  return { sales: salesOf(given, api), tills: tillsOf(given, till) };
}

function salesOf(given: Given, api: Jobs["api"]) {
  return metrics(api, {
    shop_orders_total: counter(
      given("counter", {
        help: "Orders that were placed.",
        unit: "orders",
        labels: { channel: ["web", "phone"] },
      }),
    ),
    shop_queue_length: gauge(
      given("gauge", { help: "Who waits.", unit: "people", comesAndGoes: "it closes", onePer: ["instance"] }),
    ),
    shop_answer_seconds: histogram(
      given("histogram", { help: "Answers.", unit: "seconds", buckets: [0.1, 0.5, 1] }),
    ),
    shop_pack_seconds: summary(
      given("summary", { help: "Packing.", unit: "seconds", quantiles: [0.5, 0.9], unused: "not yet" }),
    ),
  });
}

function tillsOf(given: Given, till: Jobs["till"]) {
  return metrics(till, {
    shop_coins: gauge(given("json gauge", { help: "Coins.", unit: "coins" })),
    shop_till_state: gauge({ help: "How it is.", unit: "bool", labels: { state: ["open", "shut"] } }),
    shop_till_queue: gauge({ help: "Who waits.", unit: "people", labels: { queue: "*" }, unused: "not yet" }),
  });
}

/** Which fields of what the till says they are. */
export function fieldsOf(given: Given, { till }: Jobs, { tills }: Metrics) {
  return jsonFields(
    till,
    given("jsonFields", {
      coins: tills.shop_coins,
      state: asLabel(tills.shop_till_state, "state"),
      notes: leftOut(given("leftOut", "nobody asks for them")),
      queues: eachOf(
        given("eachOf labels", { queue: "name" }),
        given("eachOf fields", { length: tills.shop_till_queue }),
      ),
    }),
  );
}
