import { expect, test } from "vitest";
import { caseText } from "../../../generators/review/trials/case-text.ts";
import { eachLeftOut, moreLeftOut, smallest } from "../../../generators/review/trials/smaller.ts";
import type { Answer, World } from "../../../generators/review/trials/trial.ts";
import { triedOf } from "../../../generators/review/trials/tried.ts";

const world = (size: number, more: Partial<World> = {}): World => ({
  kind: "single",
  series: Array.from({ length: size }, (_, index) => ({
    metric: "queue",
    labels: { zone: index === 0 ? "a" : "b", job: "shop" },
    course: { kind: "level", value: 150 + index },
  })),
  telling: [],
  moments: [1],
  isUnlikely: false,
  ...more,
});

const answer = (
  of: World,
  base: readonly string[] | undefined,
  head: readonly string[] | undefined,
): Answer => ({
  world: of,
  firing: { base, head },
});

test("of several cases the one with the fewest series is shown", () => {
  const [large, small] = [world(5), world(2)];
  const tried = triedOf([
    answer(large, ["a"], []),
    answer(small, ["a", "b"], ["a"]),
    answer(small, ["a"], ["a"]),
  ]);
  expect(tried.less).toEqual({ world: small, fires: "base" });
  expect(tried).toMatchObject({ more: undefined, other: undefined, worlds: 2, firing: 2 });
});

test("what is unlikely is shown last", () => {
  const [large, small] = [world(5), world(1, { isUnlikely: true })];
  expect(triedOf([answer(small, [], ["a"]), answer(large, [], ["a"])]).more?.world).toBe(large);
});

test("series that are others are no case of more or less", () => {
  const tried = triedOf([answer(world(1), ["a"], ["b"])]);
  expect(tried).toMatchObject({ less: undefined, more: undefined });
  expect(tried.other?.only).toEqual({ base: ["a"], head: ["b"] });
});

test("where Prometheus refused to evaluate one of them nothing was seen", () => {
  expect(triedOf([answer(world(1), undefined, ["b"])])).toMatchObject({ worlds: 0, more: undefined });
});

test("of versions that differ in the last digits nothing counts that meets a limit exactly", () => {
  const [exact, odd] = [world(1), world(1, { kind: "odd" })];
  expect(triedOf([answer(exact, ["a"], [])], true).less).toBeUndefined();
  expect(triedOf([answer(odd, ["a"], [])], true).less).toBeDefined();
});

test("series that a case does not need are left out of it, together where that shows the same", () => {
  const of = { world: world(3), fires: "base" } as const;
  const first = eachLeftOut({ texts: { base: "x", head: "y" }, strideMs: 1000, steps: 9, worlds: [] }, of);
  const shown = (one: World) => answer(one, one.series.length > 1 ? ["a"] : [], []);
  const second = moreLeftOut(first, first.trial.worlds.map(shown));
  expect(second.without).toEqual([[0], [0, 1], [0, 1, 2]]);
  expect(smallest(second, second.trial.worlds.map(shown)).world.series).toEqual(of.world.series.slice(1));
  expect(smallest(second, [])).toBe(of);
});

test("a case is said with the labels that tell something", () => {
  expect(caseText({ world: world(2), fires: "base" })).toBe(
    'with queue{zone="a"} at 150 and queue{zone="b"} at 151 it fired, and is silent now',
  );
  expect(caseText({ world: world(1, { telling: ["job"] }), fires: "head" })).toBe(
    'with queue{job="shop"} at 150 it was silent, and fires now',
  );
  const { series } = world(1);
  const varying = series.map((one) => ({
    ...one,
    course: { kind: "varies", levels: [3, 3, undefined, 7], grows: false } as const,
  }));
  expect(caseText({ world: world(1, { series: varying }), fires: "head" })).toContain(
    "queue at 3, missing, 7 in turn",
  );
});
