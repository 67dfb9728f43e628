// Random expressions that Prometheus accepts, with everything that its printer knows.
import type { Random } from "./seeded-random.ts";

const names = [
  "a",
  "b:c:d",
  "http_request_duration_seconds_bucket",
  "shop_checkout_payment_duration_seconds",
] as const;
const matchers = [
  "",
  "",
  '{x="1"}',
  '{y=~"2|3", x!="1"}',
  "{b='it\\'s',a=`\\d+\"`}",
  '{"a.b"="é\\n\\u00e9\\U0001f600\\u2028"}',
  '{job="ticket-shop-warehouse",instance=~"localhost:.*",}',
  '{x="\\x41\\t\\\\ \\u0080"}',
] as const;
const modifiers = [
  "",
  "",
  "",
  " offset 5m",
  " offset -90s",
  " @ end()",
  " @ 12.3456 offset 1d12h",
  " offset 0s",
  " offset 300",
];
const numbers = [
  "1",
  "0.5",
  "1e9",
  "1E-7",
  "0x1F",
  "010",
  "1_000",
  ".5",
  "5m",
  "90s",
  "2w",
  "Inf",
  "NaN",
  "1e21",
];
const operators = "+ - * / % ^ atan2 == != > < >= <=".split(" ").concat("> bool", "== BOOL");
const groupings = [
  " by (x)",
  " by (job, instance, 'a.b')",
  " without (x, y)",
  " without ()",
  " by ()",
  " BY (le,)",
];
const matchings = [
  "",
  "",
  "on(x)",
  "on ()",
  "ignoring(x, y)",
  "ignoring()",
  "on(x) group_left",
  "on(x) group_left(y)",
  "ignoring(z) group_right(x)",
];
const comments = ["", "", "", "", " # why\n", "\n  "];

/** A vector of up to `depth` parts within parts. */
export function randomVector(random: Random, depth: number): string {
  const { pick } = random;
  const selector = (): string => {
    const range = pick(names) + pick(matchers);
    return range + pick(modifiers);
  };
  if (depth <= 0) return selector();
  const part = (): string => randomVector(random, depth - 1);
  const scalar = (): string => randomScalar(random, depth - 1);
  const space = (): string => pick(comments);
  const parts: readonly (() => string)[] = [
    () => `${part()} ${pick(operators)} ${pick(matchings)}${space()} ${part()}`,
    () => `${part()} ${pick(["and", "or", "unless", "AND"])} ${pick(matchings.slice(0, 6))} ${part()}`,
    () => `${part()}${space()} ${pick(operators)} ${scalar()}`,
    () => `${scalar()} ${pick(["*", "-", "^"])} ${part()}`,
    () => `(${space()}${part()})`,
    () => `${pick(["-", "+", "- "])}${part()}`,
    () => `${pick(["sum", "AVG", "group"])}${pick(groupings)} (${part()})`,
    () => `count(${part()})${pick(groupings)}`,
    () => `topk(${scalar()}, ${part()})`,
    () => `count_values by (x) ("v", ${part()})`,
    () => `rate(${pick(names)}${pick(matchers)}[${pick(["5m", "300", "1h30m", "14d"])}]${pick(modifiers)})`,
    () => `abs(${part()})`,
    () => `clamp(${part()}, ${scalar()}, ${scalar()})`,
    () => `label_replace(${part()}, "dst", '$1', "src", "(.*)\\\\d")`,
    () => `max_over_time((${part()})[1h:${pick(["", "1m", "60"])}]${pick(modifiers)})`,
    () => `quantile_over_time(${scalar()}, ${pick(names)}[5m:])`,
  ];
  return pick(parts)();
}

function randomScalar(random: Random, depth: number): string {
  const { pick, chance } = random;
  if (depth <= 0 || chance(0.6)) return pick(["", "", "-", "+"]) + pick(numbers);
  return pick([
    () => "time()",
    () => `scalar(${randomVector(random, depth - 1)})`,
    () => `${randomScalar(random, depth - 1)} ${pick(["*", "/", "^"])} ${pick(numbers)}`,
    () => `--${pick(numbers)}`,
  ])();
}
