// Pairs of expressions of one shape, which the rules of the order may tell something of.
import type { Random } from "../../promql/seeded-random.ts";
import { both, seldomOther, withPairs } from "./with-pairs.ts";
import type { InputSeries } from "../../promql/promtool.ts";

/** Two expressions; either may be the larger one, or neither. */
export type Pair = readonly [string, string];

/** The labels of the series: all values of `a` are known, of `b` none. */
export const valuesOfA = ["x", "y"];
const valuesOfB = ["1", "2", "3"];

const matchers = [
  "",
  "",
  '{a="x"}',
  '{a=~"x|y"}',
  '{a!="y"}',
  '{b="1"}',
  '{b=~"1|2"}',
  '{b!="3"}',
  '{b=~".+"}',
  '{b!~"3|4",a="x"}',
];
const gauge = "level";
const counter = "requests_total";
const windows = ["3m", "3m", "7m", "12m"];

const onGauges = ["avg", "count", "last", "max", "min", "present", "stddev", "sum"].map(
  (one) => `${one}_over_time`,
);
const ofWindows: readonly (readonly [string, string])[] = [
  ...onGauges.map((name) => [name, gauge] as const),
  ...["rate", "increase", "irate", "resets", "sum_over_time", "max_over_time"].map(
    (name) => [name, counter] as const,
  ),
  ["changes", gauge],
  ["deriv", gauge],
  ["delta", gauge],
];
const comparisons = [">", ">=", "<", "<=", "==", "!="];
const numbers = ["-3", "-1", "0", "1", "2", "4"];
const quantiles = ["0.1", "0.5", "0.5", "0.9"];

/** A random pair. @param depth how many expressions may stand in each other */
export function randomPair(random: Random, depth: number): Pair {
  if (depth === 0) return random.pick(leaves)(random);
  return random.pick([...leaves, ...around, ...around])(random, depth);
}

type Maker = (random: Random, depth: number) => Pair;

const leaves: readonly ((random: Random) => Pair)[] = [
  (random) => {
    const metric = random.pick([gauge, counter]);
    return both(() => metric + random.pick(matchers));
  },
  (random) => {
    const [name, metric] = random.pick(ofWindows);
    const [one, other] = seldomOther(random, windows);
    const [first, second] = seldomOther(random, matchers);
    return [`${name}(${metric}${first}[${one}])`, `${name}(${metric}${second}[${other}])`];
  },
  (random) => {
    const [first, second] = seldomOther(random, matchers);
    return [`predict_linear(level${first}[7m], 60)`, `predict_linear(level${second}[7m], 60)`];
  },
  (random) => {
    const [one, other] = seldomOther(random, quantiles);
    return [`quantile_over_time(${one}, level[7m])`, `quantile_over_time(${other}, level[7m])`];
  },
  (random) => {
    const [one, other] = seldomOther(random, quantiles);
    const buckets = "sum by (le, a) (rate(latency_bucket[5m]))";
    return [`histogram_quantile(${one}, ${buckets})`, `histogram_quantile(${other}, ${buckets})`];
  },
  (random) => both(() => `vector(${random.pick(numbers)})`),
  (random) => both(() => `absent(level{a="x", b=~"${random.pick(["1|2", "7|8", "7", "8"])}"})`),
  (random) =>
    both(() => `absent_over_time(level{b=~"7|${random.pick(["7", "8"])}"}[${random.pick(windows)}])`),
];

const around: readonly Maker[] = [
  ...withPairs.map(
    (maker): Maker =>
      (random, depth) =>
        maker(random, () => randomPair(random, depth - 1)),
  ),
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const [op, otherOp] = seldomOther(random, comparisons);
    const [bound, otherBound] = [random.pick(numbers), random.pick(numbers)];
    return random.chance(0.8)
      ? [`(${one}) ${op} ${bound}`, `(${other}) ${otherOp} ${otherBound}`]
      : [`${bound} ${op} (${one})`, `${otherBound} ${otherOp} (${other})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    return [`(${one}) ${random.pick(comparisons)} ${random.pick(numbers)}`, other];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const [than] = randomPair(random, 0);
    const [op, otherOp] = seldomOther(random, comparisons);
    return [`(${one}) ${op} (${than})`, `(${other}) ${otherOp} (${than})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const [right, otherRight] = randomPair(random, depth - 1);
    const op = random.pick(["and", "unless", "or", "and on (a)", "unless on (a)"]);
    return [`(${one}) ${op} (${right})`, `(${other}) ${op} (${otherRight})`];
  },
  (random) => {
    // A growth with the series that are new, as what is deployed has it; without a name, which its other side has not got either.
    const heard = (matcher: string) =>
      `increase(requests_total${matcher}[4m]) or (requests_total${matcher} unless requests_total${matcher} offset 4m) + 0`;
    return both(() => heard(random.pick(matchers)));
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const [right] = randomPair(random, 0);
    return [`(${one}) ${random.pick(["and", "unless", "and on (a)"])} (${right})`, other];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const [more] = randomPair(random, 0);
    return random.chance(0.5) ? [one, `(${other}) or (${more})`] : [`(${one}) or (${one})`, other];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const name = random.pick(["sum", "min", "max", "count", "group", "avg", "stddev", "quantile"]);
    const by = random.pick([" by (a)", " by ()", " without (b)"]);
    const parameter = name === "quantile" ? "0.5, " : "";
    return [`${name}${by} (${parameter}${one})`, `${name}${by} (${parameter}${other})`];
  },
  (random) => {
    const [one, other] = seldomOther(random, quantiles);
    const of = random.pick(["level", "rate(requests_total[5m])"]);
    return [`quantile by (a) (${one}, ${of})`, `quantile by (a) (${other}, ${of})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    return [`-(${one})`, `-(${other})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const [number, otherNumber] = seldomOther(random, numbers);
    const op = random.pick(["+", "-", "*", "*", "/", "%", "^"]);
    return random.chance(0.8)
      ? [`(${one}) ${op} ${number}`, `(${other}) ${op} ${otherNumber}`]
      : [`${number} ${op} (${one})`, `${otherNumber} ${op} (${other})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const [with_] = randomPair(random, 0);
    const op = random.pick(["+", "-", "*", "/"]);
    if (random.chance(0.2)) {
      const joined = `${op} on (a) group_left sum by (a) (${with_})`;
      return [`(${one}) ${joined}`, `(${other}) ${joined}`];
    }
    return random.chance(0.6)
      ? [`(${one}) ${op} (${with_})`, `(${other}) ${op} (${with_})`]
      : [`(${with_}) ${op} (${one})`, `(${with_}) ${op} (${other})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const name = random.pick(["ceil", "floor", "abs", "sgn", "exp", "round"]);
    return [`${name}(${one})`, `${name}(${other})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const name = random.pick(["sort(", "sort_desc(", "label_replace("]);
    const end = name === "label_replace(" ? ', "zone", "$1", "a", "(.*)")' : ")";
    return [`${name}${one}${end}`, `${name}${other}${end}`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const name = random.pick(["clamp_min", "clamp_max"]);
    return [`${name}(${one}, ${random.pick(numbers)})`, `${name}(${other}, ${random.pick(numbers)})`];
  },
  (random, depth) => {
    const [one, other] = randomPair(random, depth - 1);
    const name = random.pick([...onGauges, "changes"]);
    return [`${name}(${nameless(one)}[6m:1m])`, `${name}(${nameless(other)}[6m:1m])`];
  },
];

/** Over time `or` may give the same labels with a name and without one, which Prometheus refuses. */
function nameless(text: string): string {
  return text.includes(" or ") ? `((${text}) + 0)` : `(${text})`;
}

const minutes = 25;

/** The series that the expressions ask for, with gaps; they begin and end when they like. */
export function randomSeries(random: Random): InputSeries[] {
  const labels = valuesOfA.flatMap((a) => valuesOfB.map((b) => `a="${a}", b="${b}"`));
  return [
    ...labels.map((one) => ({ series: `level{${one}}`, values: gaugeValues(random) })),
    ...labels.map((one) => ({ series: `requests_total{${one}}`, values: counterValues(random) })),
    ...valuesOfA.flatMap((a) => buckets(random, a)),
  ];
}

/** Some samples are missing, and some times the series ends for a while. */
function gaugeValues(random: Random): string {
  return moments()
    .map(() => absence(random) ?? String(Math.floor(random.number() * 11) - 5))
    .join(" ");
}

function counterValues(random: Random): string {
  let count = 0;
  const begins = random.chance(0.5) ? 0 : Math.floor(random.number() * minutes);
  return moments()
    .map((minute) => {
      if (minute < begins) return "_";
      count = random.chance(0.05) ? 0 : count + Math.floor(random.number() * 4);
      return absence(random) ?? String(count);
    })
    .join(" ");
}

function buckets(random: Random, a: string): InputSeries[] {
  const counts = [0, 0, 0];
  const rows = moments().map(() => {
    for (const [index] of counts.entries()) {
      const grown = Math.floor(random.number() * 3);
      for (let above = index; above < counts.length; above += 1) counts[above] = (counts[above] ?? 0) + grown;
    }
    return [...counts];
  });
  return ["0.1", "1", "+Inf"].map((le, index) => ({
    series: `latency_bucket{a="${a}", le="${le}"}`,
    values: rows.map((row) => String(row[index])).join(" "),
  }));
}

function absence(random: Random): string | undefined {
  if (random.chance(0.1)) return "_";
  return random.chance(0.05) ? "stale" : undefined;
}

function moments(): number[] {
  return Array.from({ length: minutes }, (_, minute) => minute);
}
