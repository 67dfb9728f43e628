import { alert, gauge, metrics, promql, recording, runs } from "signalbox";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "alerts-keep-their-identity";
const kitchen = metrics(api, {
  shop_heat: gauge({ help: "How hot it is.", unit: "celsius", labels: { oven: "*" } }),
  shop_limit: gauge({ help: "How hot it may be.", unit: "celsius" }),
});
const { shop_heat: heat, shop_limit: limit } = kitchen;
const hottest = recording("oven:shop_heat:hottest", heat.topk(1), {
  example: { given: [], expect: "missing" },
});
const parts = { metrics: { kitchen }, recordings: { hottest } };

const problems = (expr: ReturnType<typeof promql>, options = {}) =>
  problemsOf(
    id,
    definitionsWith({ ...parts, alerts: { Firing: alert({ ...plainWords, expr, ...options }) } }),
  );

describe("only the value of what is chosen may be used", () => {
  test.each([
    promql`max(topk(1, ${heat})) > 5`,
    promql`sum(topk(3, ${heat})) > 5`,
    promql`sum by (job) (topk(3, ${heat})) > 5`,
    promql`sum by (instance) (topk by (instance) (3, ${heat})) > 5`,
    promql`avg by (instance) (topk without (oven) (3, ${heat})) > 5`,
    promql`${limit} > on (instance) sum by (instance) (topk by (instance) (3, ${heat}))`,
    promql`${limit} > on (instance) topk by (instance) (1, ${heat})`,
    promql`${limit} / on (instance) topk by (instance) (1, ${heat}) > 1`,
    promql`${heat} - on (instance) group_left () topk by (instance) (1, ${limit}) > 5`,
    promql`${heat} > scalar(topk(1, ${heat}))`,
    promql`${limit} > 5 and on (instance) topk by (instance) (3, ${heat}) > 5`,
    promql`${limit} > 5 unless on (job) topk(3, ${heat}) > 5`,
    promql`absent(topk(1, ${heat}))`,
    promql`count(count_values("degrees", ${heat})) > 1`,
    promql`max by (job) (count_values by (job) ("degrees", ${heat})) > 1`,
    promql`sort(${heat} > 5)`,
    promql`sort_desc(${heat}) > 5`,
    promql`quantile(0.9, ${heat}) > 5`,
    promql`max by (oven) (${heat}) > 5`,
    promql`label_replace(${heat}, "place", "$1", "oven", "(.*)") > 5`,
  ])("%#", (expr) => {
    expect(problems(expr)).toEqual([]);
  });
});

describe("what is chosen must not be what fires", () => {
  test.each([
    ["topk", promql`topk(1, ${heat}) > 5`],
    ["topk", promql`topk(1, ${heat} > 5)`],
    ["bottomk", promql`bottomk(3, ${heat}) < 5`],
    ["topk", promql`topk by (instance) (1, ${heat}) > 5`],
    ["topk", promql`max by (oven) (topk(1, ${heat})) > 5`],
    ["topk", promql`sum without (oven) (topk(3, ${heat})) > 5`],
    ["topk", promql`topk(1, ${heat}) * 2 > 5`],
    ["topk", promql`-topk(1, ${heat}) < -5`],
    ["topk", promql`abs(topk(1, ${heat})) > 5`],
    ["topk", promql`max_over_time(topk(1, ${heat})[1h:1m]) > 5`],
    ["topk", promql`sort(topk(1, ${heat})) > 5`],
    ["topk", promql`label_replace(topk(1, ${heat}), "place", "$1", "oven", "(.*)") > 5`],
    ["topk", promql`${heat} > 5 and topk(3, ${heat})`],
    ["topk", promql`${heat} > 5 unless topk(3, ${heat})`],
    ["topk", promql`${limit} > 5 and on (instance) topk(3, ${heat})`],
    ["topk", promql`topk(3, ${heat}) > 5 or ${heat} < 1`],
    ["topk", promql`${heat} < 1 or topk(3, ${heat}) > 5`],
    ["topk", promql`topk(1, ${heat}) > on (instance) group_left () ${limit}`],
    ["topk", promql`${limit} * on (instance) group_left (oven) topk by (instance) (1, ${heat}) > 5`],
    ["topk", promql`${hottest} > 5`],
  ])("%s: %#", (name, expr) => {
    expect(problems(expr)).toEqual([
      expect.stringContaining(
        `alert "Firing" fires for the series that ${name}() chooses: whenever it chooses another, that is another alert, and \`for\` begins anew (${id})`,
      ),
    ]);
  });

  test.each([
    promql`count_values("degrees", ${heat}) > 1`,
    promql`max by (degrees) (count_values("degrees", ${heat})) > 1`,
    promql`label_replace(count_values("degrees", ${heat}), "heat", "$1", "degrees", "(.*)") > 1`,
  ])("nor a label that is made of a value: %#", (expr) => {
    expect(problems(expr)).toEqual([
      expect.stringContaining(`alert "Firing" has a label that count_values() makes of a value`),
    ]);
  });

  test("in words of the language either, at the line of the expression", () => {
    // words
    const Firing = alert({ ...plainWords, expr: heat.topk(1).gt(5) });
    expect(problemsOf(id, definitionsWith({ ...parts, alerts: { Firing } }))).toEqual([
      `${at("words")}: alert "Firing" fires for the series that topk() chooses: whenever it chooses another, that is another alert, and \`for\` begins anew (${id})\n` +
        `  fix: compare every series by itself, or only the value, such as max(…) or min(…), or suppress it with a reason: allow: { "${id}": "…" }`,
    ]);
  });

  test("unless there is a reason", () => {
    expect(problems(promql`topk(1, ${heat}) > 5`, { allow: { [id]: "there is one oven" } })).toEqual([]);
  });
});

describe("labels of an alert", () => {
  const labelled = (label: string) => {
    const scenario = runs(sales.shop_orders_total.where({ channel: "web" }), {
      ok: 3,
      limit: 5,
      firing: 5.25,
    });
    const Firing = alert({ ...plainWords, expr: orderRate.gt(5), scenario, labels: { reading: label } });
    return problemsOf(id, definitionsWith({ alerts: { Firing } }));
  };
  test.each([
    "sales",
    "{{ $labels.instance }}",
    '{{ printf "%s $value" $labels.instance }}',
    "{{ $labels.job | toUpper }}",
    "$value",
  ])("%s stays", (label) => {
    expect(labelled(label)).toEqual([]);
  });
  test.each([
    ["{{ $value }}", "the value"],
    ["{{ .Value }}", "the value"],
    ["{{ $value | humanize }}", "the value"],
    ['{{ printf "%.0f" $value }}', "the value"],
    ["about {{ humanize .Value }}", "the value"],
    ["{{ if gt $value 5.0 }}many{{ else }}few{{ end }}", "the value"],
    ["{{ with $x := $value }}{{ $x }}{{ end }}", "the value"],
    ["{{ . }}", "the value"],
    ["{{- $value -}}", "the value"],
    ['{{ query "up" | first | value }}', "the answer to a query"],
    ["{{ now }}", "the time"],
  ])("%s does not", (label, what) => {
    expect(labelled(label)).toEqual([
      expect.stringContaining(
        `alert "Firing" has ${what} in its label reading: each other value is another alert, and \`for\` begins anew (${id})\n` +
          `  fix: say it in the summary or the description, or suppress it`,
      ),
    ]);
  });
});
