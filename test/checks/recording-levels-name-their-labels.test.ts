import { gauge, metrics } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "recording-levels-name-their-labels";
const rate = sales.shop_orders_total.rate("5m");
const problems = (recorded: object) => problemsOf(id, definitionsWith({ recordings: { recorded } }));

const stock = metrics(api, {
  shop_stock_items: gauge({ help: "Items.", unit: "items", labels: { shelf: "*", shelf_row: "*" } }),
});
const { shop_stock_items } = stock;
const stocked = (recorded: object) =>
  problemsOf(id, definitionsWith({ metrics: { stock }, recordings: { recorded } }));

test("a level that is not what tells the series apart is reported, with the name that is right", () => {
  // wrong level
  const recorded = recording("job:shop_orders:rate5m", rate.sumBy("instance", "channel"));
  expect(problems(recorded)).toEqual([
    `${at("wrong level")}: recording "job:shop_orders:rate5m" names the level "job", but its series differ in instance, channel (${id})\n` +
      "  fix: name it instance_channel:shop_orders:rate5m",
  ]);
});

test.each([
  ["all its labels", recording("instance_channel:shop_orders:rate5m", rate.sumBy("instance", "channel"))],
  ["in any order", recording("channel_instance:shop_orders:rate5m", rate.sumBy("instance", "channel"))],
  [
    "labels that always have the same value",
    recording("job_service:shop_orders:rate5m", rate.sumBy("job", "service")),
  ],
  [
    "a label of one value beside others",
    recording("job_channel:shop_orders:rate5m", rate.sumBy("job", "channel")),
  ],
  ["no label of one value", recording("channel:shop_orders:rate5m", rate.sumBy("job", "channel"))],
  ["the job, where all is added up", recording("job:shop_orders:rate5m", rate.sum())],
])("a level may name %s", (_, recorded) => {
  expect(problems(recorded)).toEqual([]);
});

test.each([
  [
    "a label that was added up",
    recording("instance:shop_orders:rate5m", rate.sum()),
    'the level "instance", but its series differ in nothing',
    "name it job:shop_orders:rate5m",
  ],
  [
    "only some labels",
    recording("instance:shop_orders:rate5m", rate.sumBy("instance", "channel")),
    'the level "instance", but its series differ in instance, channel',
    "name it instance_channel:shop_orders:rate5m",
  ],
  [
    "no label at all",
    recording("shop:shop_orders:rate5m", rate.sumBy("job", "channel")),
    'the level "shop", but its series differ in channel',
    "name it channel:shop_orders:rate5m",
  ],
])("a level may not name %s", (_, recorded, message, fix) => {
  const [problem] = problems(recorded);
  expect(problem).toContain(message);
  expect(problem).toContain(fix);
});

test("a label with _ in its name is one word", () => {
  const both = shop_stock_items.sumBy("shelf", "shelf_row");
  expect(stocked(recording("shelf_shelf_row:shop_stock:sum", both))).toEqual([]);
  expect(stocked(recording("shelf_row:shop_stock:sum", shop_stock_items.sumBy("shelf_row")))).toEqual([]);
  expect(stocked(recording("shelf_row:shop_stock:sum", both))).toEqual([
    expect.stringContaining("differ in shelf, shelf_row"),
  ]);
});

test("the fix is a name that passes", () => {
  const [problem = ""] = problems(recording("x:shop_orders:rate5m", rate.sum()));
  expect(problem).toContain("name it job:shop_orders:rate5m");
  expect(problems(recording("job:shop_orders:rate5m", rate.sum()))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "a panel of another team reads it under this name" };
  expect(problems(recording("shop:shop_orders:rate5m", rate.sum(), { allow }))).toEqual([]);
});
