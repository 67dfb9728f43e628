import {
  alert,
  gauge,
  histogram,
  holds,
  metrics,
  promql,
  recording,
  timeSeries,
  type AlertDefinition,
} from "signalbox";
import { describe, expect, test } from "vitest";
import type { Hole } from "../../generators/language/promql.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "joins-are-unique";
const stock = metrics(api, {
  shop_shelf_items: gauge({ help: "Items on a shelf.", unit: "items", labels: { shelf: "*" } }),
  shop_items: gauge({ help: "All items.", unit: "items" }),
  shop_broken_items: gauge({ help: "Broken items.", unit: "items", labels: { state: ["broken"] } }),
});
const { shop_shelf_items: onShelf, shop_items: all, shop_broken_items: broken } = stock;

function problems(expr: AlertDefinition["expr"]): string[] {
  return problemsOf(
    id,
    definitionsWith({ metrics: { stock }, alerts: { Firing: alert({ ...plainWords, expr }) } }),
  );
}

test("the side that would have several series for a match is reported, with the ways out", () => {
  const Firing = alert({
    ...plainWords,
    // many shelves
    expr: promql`${onShelf} / on (instance) ${all} > 5`,
  });
  expect(problemsOf(id, definitionsWith({ metrics: { stock }, alerts: { Firing } }))).toEqual([
    `${at("many shelves")}: alert "Firing": '/' fails as soon as two series on its left differ only in shelf: there must be exactly one series there per match (${id})\n` +
      '  fix: match shelf too, or aggregate the left side first, such as .maxWithout("shelf"); if many series on the left may share one on the other side, write groupLeft: []',
  ]);
});

test("both sides are checked, and so is ignoring", () => {
  expect(problems(promql`${onShelf} - ignoring (shelf) ${onShelf} > 5`)).toEqual([
    expect.stringContaining("two series on its left differ only in shelf"),
    expect.stringContaining("two series on its right differ only in shelf"),
  ]);
});

test("with group_left it is the right side that must be unique, with group_right the left", () => {
  expect(problems(promql`${all} / on (instance) group_left () ${onShelf} > 5`)).toEqual([
    expect.stringMatching(
      /^.*: '\/' fails as soon as two series on its right differ only in shelf: .*\n {2}fix: match shelf too, or aggregate the right side first, such as \.maxWithout\("shelf"\)$/,
    ),
  ]);
  expect(problems(promql`${onShelf} / on (instance) group_right () ${all} > 5`)).toEqual([
    expect.stringContaining("two series on its left differ only in shelf"),
  ]);
});

test("comparisons are joins too, and panels have them as well", () => {
  const expr = promql`${onShelf} > on (instance) ${all}`;
  const words = { title: "Shelves", description: "For a test.", queries: [expr] };
  const more = dashboardWith(timeSeries(words));
  expect(problemsOf(id, definitionsWith({ metrics: { stock }, dashboards: { more } }))).toEqual([
    expect.stringContaining("panel \"Shelves\": '>' fails as soon as two series on its left"),
  ]);
});

test.each([
  ["two", promql`${all} / on (instance) topk by (instance) (2, ${onShelf}) > 5`],
  ["one for each of what is not matched", promql`${all} / on (instance) topk by (shelf) (1, ${onShelf}) > 5`],
  ["one without labels", promql`${all} / on (instance) topk without (instance) (1, ${onShelf}) > 5`],
])("topk() that chooses %s leaves several", (_, expr) => {
  expect(problems(expr)).toEqual([expect.stringContaining("two series on its right differ only in shelf")]);
});

test("every label that is left is named, by the alphabet", () => {
  expect(problems(promql`${onShelf} / on (job) ${all} > 5`)).toEqual([
    expect.stringContaining("on its left differ only in instance, shelf:"),
    expect.stringContaining("on its right differ only in instance:"),
  ]);
});

describe("it is fine", () => {
  test.each([
    ["when all labels are matched", promql`${all} / ${all} > 5`],
    [
      "when many on the left share one on the right",
      promql`${onShelf} / on (instance) group_left () ${all} > 5`,
    ],
    ["when the rest has only one value", promql`${all} / on (instance) ${broken} > 5`],
    ["when a matcher leaves one value", promql`${onShelf.where({ shelf: "a" })} / on (instance) ${all} > 5`],
    ["when the rest was aggregated away", promql`max by (instance) (${onShelf}) / on (instance) ${all} > 5`],
    ["when the first is chosen", promql`${all} / on (instance) topk by (instance) (1, ${onShelf}) > 5`],
    [
      "when the last is chosen of fewer",
      promql`${all} / on (job, instance) bottomk by (instance) (1, ${onShelf}) > 5`,
    ],
    ["with set operators, which take any number", promql`${onShelf} and on (instance) ${all}`],
    ["with a number", onShelf.gt(5)],
    ["with what has no labels", promql`sum(${all}) / on () count(${onShelf}) > 5`],
  ])("%s", (_, expr) => {
    expect(problems(expr)).toEqual([]);
  });
  test("when the expression is wrong itself: its labels are unknown", () => {
    expect(problems(promql`${onShelf} / on (instance) nothing > 5`)).toEqual([]);
  });
});

describe("of a metric that is declared to have one series per instance", () => {
  const facts = { help: "Always 1.", unit: "bool", labels: { version: "*", zone: "*" } } as const;
  const builds = metrics(api, {
    shop_build_info: gauge({ ...facts, onePer: ["instance"] }),
    shop_other_info: gauge(facts),
    shop_wait_seconds: histogram({
      help: "Waiting.",
      unit: "seconds",
      buckets: [1, 2],
      labels: { desk: "*" },
      onePer: ["instance"],
    }),
  });
  const { shop_build_info: info, shop_other_info: other, shop_wait_seconds: waits } = builds;
  const versions = recording("instance_version:shop_builds:max", info.maxBy("instance", "version"), {
    help: "What runs.",
    example: { given: [holds(info, 1)], expect: 1 },
  });
  const found = (expr: AlertDefinition["expr"]) => {
    const Firing = alert({ ...plainWords, expr });
    const parts = { metrics: { stock, builds }, alerts: { Firing }, recordings: { versions } };
    return problemsOf(id, definitionsWith(parts));
  };
  const joinedWith = (right: Hole) => promql`${all} * on (instance) group_left (version) ${right} > 5`;

  test.each<[string, AlertDefinition["expr"]]>([
    ["itself", joinedWith(info)],
    ["in words", all.mul(info, { on: ["instance"], groupLeft: ["version"] }).gt(5)],
    ["by more labels", all.mul(info, { on: ["job", "instance"], groupLeft: ["version"] }).gt(5)],
    ["on both sides", promql`${info} * on (instance) ${info} > 5`],
    ["times a number", joinedWith(promql`${info} * 2`)],
    ["that holds", joinedWith(promql`(${info} == 1)`)],
    ["restricted", joinedWith(promql`(${info} and ${info})`)],
    ["rounded", joinedWith(promql`round(${info})`)],
    ["without a label", joinedWith(promql`max without (zone) (${info})`)],
    ["by labels of which one tells apart", joinedWith(promql`max by (instance, version) (${info})`)],
    ["recorded", joinedWith(versions)],
    [
      "with another label made of one",
      joinedWith(promql`label_replace(${info}, "at", "$1", "zone", "(.*)")`),
    ],
    ["joined", joinedWith(promql`(${info} * on (instance) group_left () ${all})`)],
    ["behind the first of each", joinedWith(promql`topk by (instance) (1, ${other}) * 2`)],
  ])("a join with it is fine: %s", (_, expr) => {
    expect(found(expr)).toEqual([]);
  });

  test.each<[string, AlertDefinition["expr"], string]>([
    ["of one that is not", joinedWith(other), "version, zone"],
    ["of the last of a window", joinedWith(promql`last_over_time(${info}[1h])`), "version, zone"],
    // In a window one series may have followed another.
    ["of a rate", promql`${all} * on (instance) group_left () rate(${waits.sum}[5m]) > 5`, "desk"],
    [
      "of one whose instance is another",
      joinedWith(promql`label_replace(${info}, "instance", "$1", "instance", "(.*):.*")`),
      "version, zone",
    ],
    ["of either of two", joinedWith(promql`(${info} or ${info} * 2)`), "version, zone"],
    ["by less", promql`${all} * on (job) group_left (version) ${info} > 5`, "instance, version, zone"],
  ])("and a join %s is not", (_, expr, extra) => {
    expect(found(expr)).toEqual([expect.stringContaining(`on its right differ only in ${extra}`)]);
  });

  test("what is called info is said to be one that can be declared so", () => {
    expect(found(joinedWith(other))).toEqual([
      expect.stringContaining(
        'if shop_other_info is there once for them, declare it with onePer: ["instance"]',
      ),
    ]);
  });
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "there is one shelf" };
  const Firing = alert({ ...plainWords, allow, expr: promql`${onShelf} / on (instance) ${all} > 5` });
  const parts = { metrics: { stock, sales }, alerts: { Firing, FewOrders: undefined } };
  expect(problemsOf(id, definitionsWith(parts))).toEqual([]);
  expect(problems(promql`${orderRate} / on (instance) ${onShelf} > 5`)).toHaveLength(1);
});
