import { expect, test } from "vitest";
import { canonical } from "../../../generators/promql/canonical.ts";
import { readPromql } from "../../../generators/promql/read.ts";
import { orderOf } from "../../../generators/review/order/order.ts";
import { orderRules } from "../../../generators/review/order/rules/index.ts";
import { seededRandom } from "../../promql/seeded-random.ts";
import { randomPair } from "./random-pairs.ts";
import { noFacts, type SeriesFacts } from "../../../generators/review/order/rule.ts";

const facts: SeriesFacts = {
  isNeverNegative: ({ metric }) => metric.endsWith("_total"),
  valuesOf: (_, label) => (label === "zone" ? ["north", "south"] : undefined),
};

function fires(base: string, head: string, known: SeriesFacts = facts): string | undefined {
  const [one, other] = [readPromql(base), readPromql(head)];
  if (!one || !other) throw new Error("one of them is no PromQL");
  return orderOf(canonical(one), canonical(other), known)?.fires;
}

test.each([
  ["queue > 100", "queue > 200", "less"],
  ["queue > 100", "queue > 50", "more"],
  ["queue > 100", "queue >= 100", "more"],
  ["100 < queue", "queue > 90", "more"],
  ["free < 10", "free < 20", "more"],
  ["up == 0", "up != 1", "more"],
  ["queue > 100", 'queue{zone="north"} > 100', "less"],
  ['queue{zone=~"north|south"} > 100', "queue > 100", "the same"],
  ['queue{zone!="south"} > 100', 'queue{zone="north"} > 100', "the same"],
  ['queue{host!="a"} > 100', 'queue{host!="a", host!="b"} > 100', "less"],
  ["queue > 100", "queue > 100 and on (instance) up == 1", "less"],
  ["queue > 100 unless on (instance) maintenance", "queue > 100", "more"],
  ["queue > 100", "queue > 100 or backlog > 5", "more"],
  ["rate(errors_total[5m]) > 1", 'rate(errors_total{code="500"}[5m]) > 2', "less"],
  ["sum(rate(errors_total[5m])) > 1", 'sum(rate(errors_total{code="500"}[5m])) > 1', "less"],
  ["count(up == 0) > 2", 'count(up{zone="north"} == 0) > 2', "less"],
  ["max by (job) (queue) > 5", "max by (job) (clamp_min(queue, 1)) > 5", "more"],
  ["max_over_time(queue[5m]) > 9", "max_over_time(queue[15m]) > 9", "more"],
  ["min_over_time(free[5m]) < 9", "min_over_time(free[15m]) < 9", "more"],
  ["histogram_quantile(0.9, latency) > 1", "histogram_quantile(0.95, latency) > 1", "more"],
  ["absent(up)", "absent(up)", "the same"],
  ["time() - started > 60", "time() - started > 90", "less"],
  ["errors_total / 10 > 5", "errors_total / 5 > 5", "more"],
  ["3600 / queue > 5", '3600 / queue{zone="north"} > 5', "less"],
  ["queue % 60 > 5", 'queue{zone="north"} % 60 > 5', "less"],
  ["sort(queue > 5)", "sort(queue > 9)", "less"],
  ["sort_desc(queue) > 5", 'sort_desc(queue{zone="north"}) > 5', "less"],
  [
    'label_replace(queue{zone="north"}, "place", "$1", "zone", "(.*)") > 5',
    'label_replace(queue, "place", "$1", "zone", "(.*)") > 5',
    "more",
  ],
  ["queue > 5 or queue > 5", "queue > 5 or queue > 9", "the same"],
  [
    "increase(errors_total[5m]) or (errors_total unless errors_total offset 5m)",
    'increase(errors_total{code="500"}[5m]) or (errors_total{code="500"} unless errors_total{code="500"} offset 5m)',
    "less",
  ],
  ["a_total / b_total > 0.1", 'a_total / b_total{zone="north"} > 0.1', "less"],
  ["free / size < 0.1", 'free{fs!=""} / size{fs!=""} < 0.1', "less"],
  [
    'a / ignoring (why) group_left () b{job="x"} > 1',
    'a{pod="p"} / ignoring (why) group_left () b{job="x", pod="p"} > 1',
    "less",
  ],
  [
    "sum by (job) (a) / sum by (job) (b) > 1",
    'sum by (job) (a{job="x"}) / sum by (job) (b{job="x"}) > 1',
    "less",
  ],
  ["free / size * 100 < 15", "free / size < 0.15", "the same"],
  ["sum(a_total) * 100 / sum(b_total) > 3", "sum(a_total) / sum(b_total) > 0.05", "less"],
  ["predict_linear(free[6h], 3600) < 0", 'predict_linear(free{fs!=""}[6h], 3600) < 0', "less"],
  ['a{code=~"^(?:5..)$"} > 1', 'a{code=~"5..|404"} > 1', "more"],
  ['a{verb!~"^(?:LIST|GET.*)$"} > 1', 'a{verb!~"GET.*"} > 1', "more"],
  ['a{b!~".*"} > 1', 'a{b!~".*"} > 2', "the same"],
  ["absent(up == 1)", 'absent(up{zone="north"} == 1)', "more"],
  ["queue unless on (job) limit", "queue unless on (job, zone) limit", "more"],
  ["queue and limit", "queue and on (job) limit", "more"],
])("from %s to %s it fires %s", (base, head, expected) => {
  expect(fires(base, head)).toBe(expected);
});

test.each([
  ["another metric", "queue > 1", "backlog > 1"],
  ["a sum of what may be negative", "sum(balance) > 1", 'sum(balance{zone="north"}) > 1'],
  ["an average of fewer", "avg(queue) > 1", 'avg(queue{zone="north"}) > 1'],
  ["growth in a longer window", "increase(errors_total[5m]) > 9", "increase(errors_total[15m]) > 9"],
  ["other groups", "sum by (job) (errors_total) > 1", "sum by (zone) (errors_total) > 1"],
  ["a pattern that is not a list", 'queue{host=~"a.*"} > 1', 'queue{host=~"a[b-d].*"} > 1'],
  ["the other way", "queue > 1", "queue < 1"],
  ["a share of less", "sum(a_total) / sum(b_total) > 0.1", 'sum(a_total) / sum(b_total{zone="north"}) > 0.1'],
  [
    "a label that one side does not compare",
    "a / on (job) b > 1",
    'a{zone="north"} / on (job) b{zone="north"} > 1',
  ],
  ["an exact share", "share == 0.58", "share * 100 == 58"],
  ["fewer labels to agree in", "queue and on (job) limit", "queue and on (zone) limit"],
  ["another matching", "queue > on (job) limit", "queue > on (instance) limit"],
  ["a condition that labels are lost by", "queue > on (job) limit", "queue"],
  [
    "how often a count changes that is larger",
    "changes(resets(errors_total[5m])[30m:1m]) > 1",
    "changes(resets(errors_total[9m])[30m:1m]) > 1",
  ],
  ["a remainder that is larger", "errors_total % 60 > 5", "max_over_time(errors_total[5m]) % 60 > 5"],
  [
    "labels that are made of others",
    'label_replace(queue, "place", "$1", "zone", "(.*)") > 5',
    'label_replace(queue, "place", "$1", "host", "(.*)") > 5',
  ],
  ["another moment", "queue > 1", "queue offset 5m > 1"],
])("of %s nothing is said", (_, base, head) => {
  expect(fires(base, head)).toBeUndefined();
});

test("of every limit that moves it tells whether it is harder, whatever is compared and stands around it", () => {
  const random = seededRandom(3);
  const around = [
    "$",
    "sort($)",
    "($) and on (a) level",
    "level and ($)",
    "($) unless on (a) level",
    "requests_total unless ($)",
    "($) or requests_total",
  ];
  for (let count = 0; count < 700; count += 1) {
    const [compared] = randomPair(random, 1);
    const [op, shape] = [random.pick([">", ">=", "<", "<="]), random.pick(around)];
    const [lower, upper] = ["2", "3"].map((limit) =>
      shape.replace("$", () => `(${compared}) ${op} ${limit}`),
    );
    const isHarder = op.startsWith(">") !== shape.startsWith("requests_total unless");
    const told = fires(lower ?? "", upper ?? "", noFacts);
    expect([isHarder ? "less" : "more", "the same"], `${lower} → ${upper}`).toContain(told);
  }
});

test("what is not known of the series is not made use of", () => {
  expect(fires("sum(errors_total) > 1", 'sum(errors_total{code="500"}) > 1', noFacts)).toBeUndefined();
  expect(fires('queue{zone=~"north|south"} > 1', "queue > 1", noFacts)).toBe("more");
});

test("each rule has a name and a sentence of its own", () => {
  const ids = orderRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, says } of orderRules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(says.length).toBeGreaterThan(20);
  }
});
