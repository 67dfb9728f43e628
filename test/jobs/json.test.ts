import {
  asLabel,
  counter,
  eachOf,
  gauge,
  jsonEndpoint,
  jsonFields,
  leftOut,
  metrics,
  scrapeJob,
  service,
} from "signalbox";
import { expect, test } from "vitest";
import { json } from "../../generators/jobs/json.ts";
import type { JsonFields } from "../../generators/language/json-endpoint.ts";
import { resolveMetrics } from "../../generators/model/resolve-metrics.ts";

const description = "The numbers of the shop.";
const stats = jsonEndpoint("shop-stats", {
  description,
  targets: ["http://localhost:80/stats"],
  sample: { orders: { web: 1, phone: 2 }, queue: 3, version: "1.0", names: ["a"] },
});
const other = scrapeJob("other", { description, targets: ["localhost:81"] });
// The same name with another type, which must not be taken for it.
const ofOther = metrics(other, { shop_orders_total: gauge({ help: "Not these." }) });
const ours = metrics(stats, {
  shop_orders_total: counter({ help: "Orders.", unit: "orders", labels: { channel: ["web", "phone"] } }),
  shop_queue: gauge({ help: "Who waits.", unit: "people" }),
});
const { shop_orders_total, shop_queue } = ours;
const shop = service("shop", {
  title: "Shop",
  description: "A shop.",
  owner: "Us",
  jobs: { stats, other },
  metrics: { ofOther, ours },
});

/** What becomes of the fields, where these metrics are known. */
function resolved(mappings: readonly JsonFields[], known = resolveMetrics(shop)) {
  const [first] = mappings;
  const jsonFields = Object.fromEntries(mappings.map((mapping, index) => [`mapping${index}`, mapping]));
  const { fields, leftOut } = json.resolve(first?.endpoint ?? stats, {
    service: { ...shop, jsonFields },
    metrics: known,
  });
  return { fields, leftOut };
}

test("a field becomes a series of its endpoint's metric, with the labels that where() fixed; the job comes by scraping", () => {
  const mapping = jsonFields(stats, {
    "orders.web": shop_orders_total.where({ channel: "web" }),
    "orders.phone": shop_orders_total.where({ channel: "phone" }),
    queue: shop_queue,
    version: leftOut("no number"),
    names: leftOut("a list"),
  });
  expect(resolved([mapping])).toEqual({
    fields: [
      {
        path: "orders.web",
        metric: "shop_orders_total",
        type: "counter",
        help: "Orders.",
        labels: { channel: "web" },
      },
      {
        path: "orders.phone",
        metric: "shop_orders_total",
        type: "counter",
        help: "Orders.",
        labels: { channel: "phone" },
      },
      { path: "queue", metric: "shop_queue", type: "gauge", help: "Who waits.", labels: {} },
    ],
    leftOut: [
      { path: "version", reason: "no number" },
      { path: "names", reason: "a list" },
    ],
  });
});

test("a text becomes a label, beside those that where() fixed", () => {
  const till = jsonEndpoint("shop-till", {
    description,
    targets: ["http://localhost:80/till"],
    sample: { state: "open", left: { state: "shut" } },
  });
  const { shop_till_state, shop_drawer_state } = metrics(till, {
    shop_till_state: gauge({ help: "Till.", unit: "bool", labels: { state: ["open", "closed"] } }),
    shop_drawer_state: gauge({
      help: "Drawers.",
      unit: "bool",
      labels: { drawer: ["left", "right"], state: ["open", "shut"] },
    }),
  });
  const mapping = jsonFields(till, {
    state: asLabel(shop_till_state, "state"),
    "left.state": asLabel(shop_drawer_state.where({ drawer: "left" }), "state"),
  });
  expect(resolved([mapping], []).fields).toEqual([
    {
      path: "state",
      metric: "shop_till_state",
      type: "gauge",
      help: "",
      labels: {},
      textLabel: "state",
      sampleText: "open",
    },
    {
      path: "left.state",
      metric: "shop_drawer_state",
      type: "gauge",
      help: "",
      labels: { drawer: "left" },
      textLabel: "state",
      sampleText: "shut",
    },
  ]);
});

test("the objects of a list become series each, with the fields of their labels; what is left out of them says so", () => {
  const hall = jsonEndpoint("shop-hall", {
    description,
    targets: ["http://localhost:80/hall"],
    sample: { "all.queues": [{ name: "in", size: { now: 3 }, note: "fine" }] },
  });
  const halls = metrics(hall, { shop_queue_size: gauge({ help: "People.", labels: { queue: "*" } }) });
  const mapping = jsonFields(hall, {
    "all\\.queues": eachOf(
      { queue: "name" },
      { "size.now": halls.shop_queue_size, note: leftOut("for people") },
    ),
  });
  expect(resolved([mapping], [])).toEqual({
    fields: [
      {
        path: "size.now",
        metric: "shop_queue_size",
        type: "gauge",
        help: "",
        labels: {},
        each: { list: "all\\.queues", labels: { queue: "name" } },
      },
    ],
    leftOut: [{ path: "all\\.queues[*].note", reason: "for people" }],
  });
});

test("a label is fixed by one value only", () => {
  const small = jsonEndpoint("shop-stats", {
    description,
    targets: ["http://localhost:80/"],
    sample: { n: 1 },
  });
  const mapping = jsonFields(small, { n: shop_orders_total.where({ channel: ["web", "phone"] }) });
  expect(resolved([mapping]).fields).toEqual([
    expect.objectContaining({ metric: "shop_orders_total", labels: {} }),
  ]);
});

test("a metric of another job keeps its name, so that a check can say so", () => {
  const mapping = jsonFields(
    jsonEndpoint("elsewhere", { description, targets: ["http://localhost:80/"], sample: { n: 1 } }),
    { n: shop_queue },
  );
  expect(resolved([mapping]).fields).toEqual([
    { path: "n", metric: "shop_queue", type: "gauge", help: "", labels: {} },
  ]);
});

test("no mapping gives nothing", () => {
  expect(resolved([])).toEqual({ fields: [], leftOut: [] });
});
