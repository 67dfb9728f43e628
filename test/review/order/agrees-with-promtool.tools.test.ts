// No claim of the order is ever contradicted by what Prometheus computes.
import { expect, test } from "vitest";
import { readPromql } from "../../../generators/promql/read.ts";
import { relationOf } from "../../../generators/review/order/order.ts";
import type { Relation } from "../../../generators/review/order/relation.ts";
import type { SeriesFacts } from "../../../generators/review/order/rule.ts";
import { orderRules } from "../../../generators/review/order/rules/index.ts";
import { testedByPromtool, type PromqlTest } from "../../promql/promtool.ts";
import { seededRandom } from "../../promql/seeded-random.ts";
import { randomPair, randomSeries, valuesOfA } from "./random-pairs.ts";

// By hand: ORDER_PAIRS=100 ORDER_SEED=2 npx vitest run --project tools test/review/order
const pairsOfEachRule = Number(process.env["ORDER_PAIRS"] ?? 40);
const seed = Number(process.env["ORDER_SEED"] ?? 1);
const timeoutMs = 600_000;

const facts: SeriesFacts = {
  isNeverNegative: ({ metric }) => metric !== "level",
  valuesOf: (_, label) => (label === "a" ? valuesOfA : undefined),
};

interface Claim {
  readonly first: string;
  readonly second: string;
  readonly relation: Relation;
}

/** Pairs of which something is claimed, so many that each rule has its share in enough of them. */
function claims(): {
  readonly claims: readonly Claim[];
  readonly ofRule: ReadonlyMap<string, readonly Claim[]>;
} {
  const random = seededRandom(seed);
  const ofRule = new Map<string, Claim[]>(orderRules.map(({ id }) => [id, []]));
  const chosen = new Map<string, Claim>();
  const isWanted = (id: string) => (ofRule.get(id)?.length ?? 0) < pairsOfEachRule;
  for (let tries = 0; tries < 4000 * pairsOfEachRule; tries += 1) {
    if (![...ofRule.keys()].some(isWanted)) break;
    const pair = randomPair(random, 1 + Math.floor(random.number() * 3));
    for (const [first, second] of [pair, [pair[1], pair[0]] as const]) {
      const relation = relationBetween(first, second);
      const key = `${first}\n${second}`;
      if (!relation?.by.some(isWanted) || chosen.has(key)) continue;
      const claim = { first, second, relation };
      chosen.set(key, claim);
      for (const id of relation.by) ofRule.get(id)?.push(claim);
    }
  }
  return { claims: [...chosen.values()], ofRule };
}

function relationBetween(first: string, second: string): Relation | undefined {
  const one = readPromql(first);
  const other = readPromql(second);
  return one && other && relationOf(one, other, facts);
}

/** What must find nothing if the claim is right. */
function contradictions({ first, second, relation: { presence, values } }: Claim): string[] {
  return [
    `(${first}) unless (${second})`,
    ...(presence === "all" ? [`(${second}) unless (${first})`] : []),
    ...(values === "any" ? [] : [`(${numbersOf(first)}) unless (${numbersOf(second)})`]),
    ...(values === "same" || values === "at most" ? [`(${first}) - (${second}) > ${rounding(first)}`] : []),
    ...(values === "same" || values === "at least" ? [`(${second}) - (${first}) > ${rounding(first)}`] : []),
  ];
}

/** What is not NaN. That it equals itself says less: the last digits of a sum differ from one evaluation to the next. */
function numbersOf(expr: string): string {
  return `(${expr}) >= -Inf`;
}

/** Prometheus adds series up in any order, and the last digits differ. */
function rounding(expr: string): string {
  return `(1e-9 + 1e-9 * abs(${expr}))`;
}

const times = ["3m", "9m", "16m", "24m"];

function findNothing(expressions: readonly string[]): PromqlTest[] {
  return expressions.flatMap((expr) => times.map((eval_time) => ({ expr, eval_time, exp_samples: [] })));
}

const { claims: all, ofRule } = claims();

test.each(orderRules.map(({ id }) => id))(
  "%s decides enough pairs, and some of them have series then",
  async (id) => {
    const own = ofRule.get(id) ?? [];
    expect(own.length).toBeGreaterThanOrEqual(pairsOfEachRule);
    const output = await testedByPromtool(
      // What can have no series is compared with what has some.
      own.map(({ first, second }) => ({
        expr: id === "empties" ? second : first,
        eval_time: "16m",
        exp_samples: [],
      })),
      randomSeries(seededRandom(seed)),
    );
    // What is found where nothing is expected.
    const found = output.match(/^\s+expr: /gm)?.length ?? 0;
    expect(found).toBeGreaterThan(own.length / 10);
  },
  timeoutMs,
);

test.each([1, 2, 3])(
  "no claim is contradicted on series %i",
  async (which) => {
    const tests = findNothing(all.flatMap(contradictions));
    const output = await testedByPromtool(tests, randomSeries(seededRandom(seed + which)));
    expect(output.trim()).toMatch(/SUCCESS$/);
    expect(output).not.toContain("expr:");
  },
  timeoutMs,
);
