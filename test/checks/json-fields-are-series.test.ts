import { asLabel, counter, eachOf, gauge, jsonEndpoint, jsonFields, leftOut, metrics } from "signalbox";
import { expect, test } from "vitest";
import type { EachOf, JsonFields } from "../../generators/language/json-endpoint.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "json-fields-are-series";

// the endpoint
const till = jsonEndpoint("shop-till", {
  description: "The till.",
  targets: ["http://localhost:8082/state"],
  labels: { service: "shop" },
  sample: { coins: 3, notes: 2, opened: 7 },
});
const cash = metrics(till, {
  shop_cash_items: gauge({ help: "Coins and notes.", unit: "items", labels: { kind: ["coin", "note"] } }),
  // opened
  shop_till_opened_total: counter({ help: "How often it was opened.", unit: "times" }),
});
const { shop_cash_items: items, shop_till_opened_total: opened } = cash;
const fine = {
  coins: items.where({ kind: "coin" }),
  notes: items.where({ kind: "note" }),
  opened,
};

type Fields = Parameters<typeof jsonFields<["coins" | "notes" | "opened", number]>>[1];
function problems(fields: Fields, parts: Parts = {}): string[] {
  const mapping = { fields: jsonFields(till, fields) };
  return problemsOf(
    id,
    definitionsWith({ jobs: { till }, metrics: { cash }, jsonFields: mapping, ...parts }),
  );
}

test("fields that become a series each are fine, and so are those that are left out", () => {
  expect(problems(fine)).toEqual([]);
  expect(problems({ ...fine, notes: leftOut("nobody pays with notes") })).toEqual([]);
});

test("a field that becomes another job's metric is reported", () => {
  const orders = sales.shop_orders_total.where({ channel: "web" });
  expect(problems({ ...fine, coins: orders })).toEqual([
    `${at("the endpoint")}: field coins of job "shop-till" becomes shop_orders_total, which is not a metric of this job (${id})\n` +
      "  fix: declare it among the metrics of this job, or map the field to one of them",
  ]);
});

test("a field without one value for each label is reported", () => {
  const mistake =
    `${at("the endpoint")}: field coins of job "shop-till" becomes shop_cash_items without its label kind (${id})\n` +
    '  fix: give one value for each label: .where({ kind: "…" })';
  expect(problems({ ...fine, coins: items })).toEqual([mistake]);
  expect(problems({ ...fine, coins: items.where({ kind: ["coin", "note"] }) })).toEqual([mistake]);
});

test("a field with a label that is not the metric's own is reported: scraping adds the labels of the job", () => {
  expect(problems({ ...fine, opened: opened.where({ service: "shop" }) })).toEqual([
    `${at("the endpoint")}: field opened of job "shop-till" becomes shop_till_opened_total with the label service, which the metric does not have (${id})\n` +
      "  fix: leave it out of where({ … }): the labels of a job are added when it is scraped",
  ]);
});

test("each further field that becomes the same series is reported, with the first of them", () => {
  const same = items.where({ kind: "coin" });
  const message = `becomes the same series as field coins: shop_cash_items{kind="coin"} (${id})\n`;
  expect(problems({ coins: same, notes: same, opened })).toEqual([
    `${at("the endpoint")}: field notes of job "shop-till" ${message}` +
      "  fix: give each its own labels, or leave one out",
  ]);
});

test("a metric that no field becomes is reported at the metric", () => {
  expect(problems({ ...fine, opened: leftOut("not yet") })).toEqual([
    `${at("opened")}: metric "shop_till_opened_total" never has a value: no field of job "shop-till" becomes it (${id})\n` +
      "  fix: map a field to it in jsonFields(…), or remove the metric",
  ]);
});

// the door
const door = jsonEndpoint("shop-door", {
  description: "The door.",
  targets: ["http://localhost:8083/door"],
  labels: { service: "shop" },
  sample: { front: "open", back: "shut" },
});
const states = ["open", "shut"] as const;
const doors = metrics(door, {
  shop_door_state: gauge({
    help: "Doors.",
    unit: "bool",
    labels: { side: ["front", "back"], state: states },
  }),
});
const { shop_door_state: state } = doors;

type DoorFields = Parameters<typeof jsonFields<["front", "open"] | ["back", "shut"]>>[1];
function doorProblems(fields: DoorFields, more: Parts["metrics"] = {}): string[] {
  const mapping = { fields: jsonFields(door, fields) };
  return problemsOf(
    id,
    definitionsWith({ jobs: { door }, metrics: { doors, ...more }, jsonFields: mapping }),
  );
}
const front = asLabel(state.where({ side: "front" }), "state");
const back = asLabel(state.where({ side: "back" }), "state");

test("texts that become a label are fine, where their other labels tell them apart", () => {
  expect(doorProblems({ front, back })).toEqual([]);
});

test("texts that could become the same series are reported, also where one of them is fixed", () => {
  const same = `becomes the same series as field front: shop_door_state{side="front", state="…"} (${id})\n`;
  expect(doorProblems({ front, back: front })).toEqual([
    `${at("the door")}: field back of job "shop-door" ${same}` +
      "  fix: give each its own labels, or leave one out",
  ]);
});

test("a text whose metric has another label is reported", () => {
  expect(doorProblems({ front, back: asLabel(state, "state") })).toEqual([
    `${at("the door")}: field back of job "shop-door" becomes shop_door_state without its label side (${id})\n` +
      '  fix: give one value for each label: .where({ side: "…" })',
  ]);
});

test("a text whose label is fixed as well is reported", () => {
  const twice = asLabel(state.where({ side: "back", state: "open" }), "state");
  expect(doorProblems({ front, back: twice })).toEqual([
    `${at("the door")}: field back of job "shop-door" becomes shop_door_state with two values of the label state: its text and "open" (${id})\n` +
      "  fix: leave state out of where({ … })",
  ]);
});

test("a text that becomes a metric of one word is reported: the exporter joins two", () => {
  const single = metrics(door, {
    door: gauge({ help: "The back door.", unit: "bool", labels: { state: states } }),
  });
  expect(doorProblems({ front, back: asLabel(single.door, "state") }, { single })).toEqual([
    `${at("the door")}: field back of job "shop-door" becomes door, a one-word name, but json_exporter joins the name of a text from two parts, with _ between (${id})\n` +
      "  fix: give the metric a name of two words or more, such as shop_state",
  ]);
});

test("without any mapping, every metric of the endpoint is reported", () => {
  expect(problemsOf(id, definitionsWith({ jobs: { till }, metrics: { cash } }))).toHaveLength(2);
});

test("metrics of other kinds of jobs need no field", () => {
  expect(problemsOf(id, definitionsWith())).toEqual([]);
});

test("it can be allowed with a reason, on the metric and on the endpoint", () => {
  const allow = { [id]: "the next version of the till says it" };
  const next = metrics(till, { shop_till_next: gauge({ help: "Not yet.", unit: "items", allow }) });
  expect(problems(fine, { metrics: { cash, next } })).toEqual([]);
  const allowing = { ...till, allow };
  expect(problems({ ...fine, coins: items }, { jobs: { till: allowing } })).toEqual([]);
});

// the queues
const queues = jsonEndpoint("shop-queues", {
  description: "Queues.",
  targets: ["http://localhost:8084/queues"],
  labels: { service: "shop" },
  sample: { queues: [{ name: "in", length: 3 }], "a\\b": 1, fps: "89.5" },
});
const ofQueues = metrics(queues, {
  shop_queue_length: gauge({ help: "Length.", labels: { queue: "*" } }),
  shop_number: gauge({ help: "A number." }),
  length: gauge({ help: "Length.", labels: { queue: "*" } }),
});
const { shop_queue_length: length, shop_number: number } = ofQueues;

function queueProblems(mapping: JsonFields): string[] {
  return problemsOf(
    id,
    definitionsWith({ jobs: { queues }, metrics: { ofQueues }, jsonFields: { mapping } }),
  ).filter((problem) => !problem.includes("never has a value"));
}
const none = leftOut("not wanted");

test("the objects of a list are told apart by their labels, and a number in quotes is one", () => {
  const mapping = jsonFields(queues, {
    queues: eachOf({ queue: "name" }, { length }),
    fps: number,
    "a\\\\b": none,
  });
  expect(queueProblems(mapping)).toEqual([]);
});

test("objects of a list that nothing tells apart are reported", () => {
  const mapping = jsonFields(queues, {
    queues: eachOf({}, { length: number, name: none }),
    fps: none,
    "a\\\\b": none,
  });
  expect(queueProblems(mapping)).toEqual([
    `${at("the queues")}: field queues[*].length of job "shop-queues" becomes the same series for each object of queues: shop_number (${id})\n` +
      '  fix: tell the objects apart by a label, such as eachOf({ queue: "name" }, { … })',
  ]);
});

test("a list whose metric has another label, a fixed one, or a name that cannot be split is reported", () => {
  const found = (list: EachOf<{ readonly name: "in"; readonly length: 3 }>) =>
    queueProblems(jsonFields(queues, { queues: list, fps: none, "a\\\\b": none })).join();
  expect(found(eachOf({ line: "name" }, { length }))).toContain("without its label queue");
  const fixed = length.where({ queue: "in" });
  expect(found(eachOf({ queue: "name" }, { length: fixed }))).toContain("two values of the label queue");
  const short = ofQueues.length;
  expect(found(eachOf({ queue: "name" }, { length: short }))).toContain(
    "joins the name of what is in a list from two parts",
  );
});

test("a key with a backslash is reported: the exporter cannot find it", () => {
  const mapping = jsonFields(queues, { queues: none, fps: none, "a\\\\b": number });
  expect(queueProblems(mapping)).toEqual([
    `${at("the queues")}: field a\\\\b of job "shop-queues" becomes shop_number, but json_exporter finds no key with a backslash: a\\b (${id})\n` +
      '  fix: leave it out with leftOut("…"), or give the field another name in the program',
  ]);
});
