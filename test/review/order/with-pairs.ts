// Pairs of expressions around others, each of a shape that one rule of the order is about.
import type { Random } from "../../promql/seeded-random.ts";
import type { Pair } from "./random-pairs.ts";

/** @param inner a pair that may stand in it */
export type PairMaker = (random: Random, inner: () => Pair) => Pair;

/** The same made twice. */
export const both = (make: () => string): Pair => [make(), make()];
/** Two of a list, which are often the same. */
export const seldomOther = <T>(random: Random, list: readonly T[]): readonly [T, T] => {
  const one = random.pick(list);
  return [one, random.chance(0.5) ? one : random.pick(list)];
};

/** Of a share and of the same in percent; its limits are such that all digits are kept. */
function scaled(random: Random, inner: () => Pair): Pair {
  const [one, other] = inner();
  const [op, otherOp] = seldomOther(random, [">", ">=", "<", "<="]);
  const [bound, otherBound] = seldomOther(random, ["-1", "0", "0.5", "2"]);
  const [many, whole, factor] = random.pick([
    [`(${one}) * 100`, `(${other})`, 100],
    [`(${one}) / 0.5`, `(${other})`, 2],
    [`max by (a) ((${one}) * 100)`, `max by (a) (${other})`, 100],
    [`(${one}) * 100 / (${other})`, `(${one}) / (${other})`, 100],
  ] as const);
  return [`${many} ${op} ${bound} * ${factor}`, `${whole} ${otherOp} ${otherBound}`];
}

/** With the same matcher on both sides, or on none, which compare all labels, or all but one on which no side is twice. */
function alikeSides(random: Random): Pair {
  const [op] = seldomOther(random, ["+", "/", ">", "=="]);
  return random.pick([
    () => both(() => withMatcher(random, (matcher) => `level${matcher} ${op} requests_total${matcher}`)),
    () =>
      both(() =>
        withMatcher(
          random,
          (m) => `level${m} ${op} ignoring (b) group_left () sum without (b) (requests_total${m})`,
        ),
      ),
    () =>
      both(() => withMatcher(random, (m) => `sum by (a) (level${m}) ${op} sum by (a) (requests_total${m})`)),
  ])();
}

function withMatcher(random: Random, of: (matcher: string) => string): string {
  return of(random.pick(['{a="x"}', '{a!="y"}', '{a=~"x"}', "", '{b="1"}']));
}

function emptyPair(random: Random, inner: () => Pair): Pair {
  // Of what is empty no other rule shows anything.
  if (random.chance(0.6)) return inner();
  const [, other] = inner();
  const empty = random.pick(['level{a!~".*"}', 'level{a="x", a="y"}', 'level{a="x", a!~"x|y"}']);
  const around = random.pick([
    "$ > 1",
    "sum by (a) ($)",
    "abs($)",
    "$ / level",
    "level and $",
    "$ unless level",
  ]);
  return random.chance(0.3)
    ? [around.replace("$", empty), `(${other}) or level`]
    : [around.replace("$", empty), other];
}

function finer(random: Random, inner: () => Pair): Pair {
  const [one, other] = inner();
  const [right, otherRight] = seldomOther(random, ["level", "requests_total", 'level{b="1"}', "level > 1"]);
  const op = random.pick(["and", "unless"]);
  const matching = () => random.pick(["", "on (a)", "on (a, b)", "ignoring (b)", "on ()"]);
  return [`(${one}) ${op} ${matching()} ${right}`, `(${other}) ${op} ${matching()} ${otherRight}`];
}

export const withPairs: readonly PairMaker[] = [
  scaled,
  alikeSides,
  emptyPair,
  finer,
  (_, inner) => {
    const [one, other] = inner();
    return [`absent(abs(${one}))`, `absent(abs(${other}))`];
  },
];
