import { expect, test } from "vitest";
import { scenesNamedIn, testNameOf } from "../../generators/rule-tests/scene-names.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { model } from "./every-shape.ts";
import { failuresOf } from "./promtool.ts";

const ruleTests = ruleTestsOf(model);

test("scenes that disturb nobody follow each other in one test, and the others have one each", () => {
  // Those with samples as far apart as in production are a test of their own.
  const isPaced = (name: string) => /holds through|is new|are new|comes back|follows another/.test(name);
  const counts = ruleTests.flatMap(({ testFile, shows }) =>
    [true, false].map((paced) => [
      testFile.tests.filter(({ name }) => isPaced(name) === paced).length,
      shows.filter((name) => isPaced(name) === paced).length,
    ]),
  );
  expect(counts.filter(([tests, scenes = 0]) => tests === 1 && scenes > 1).length).toBeGreaterThan(10);
  for (const [tests, scenes] of counts) expect([1, scenes]).toContain(tests);
});

test("a rule that reads the clock, or a subquery, or fires without its series, has a test for each scene", () => {
  const apart = ruleTests.filter(({ testFile, shows }) => shows.length > 1 && testFile.tests.length > 1);
  expect(apart.length).toBeGreaterThan(0);
  const together = ruleTests.filter(({ testFile }) => testFile.tests.length === 1);
  for (const { rule, shows } of together) {
    if (shows.length === 1) continue;
    expect(rule.analysis.subqueries).toEqual([]);
    expect(rule.analysis.functions.map(({ name }) => name)).not.toContain("time");
    expect(shows.join()).not.toContain("fires when none");
  }
});

test("the name of a test says when each scene begins", () => {
  const scenes = [
    { name: "scenario 1: fires, then resolves", fromMs: 0 },
    { name: "scenario 1: silent at the limit", fromMs: 90_000 },
  ];
  const name = testNameOf(scenes);
  expect(name).toBe("scenario 1: fires, then resolves; from 1m30s: scenario 1: silent at the limit");
  expect(scenesNamedIn(name)).toEqual(scenes);
});

test("each scene is really played: what it expects, turned around, fails at its moment and at no other", async () => {
  const joined = ruleTests.find(({ rule, testFile, shows }) => {
    return rule.kind === "alert" && testFile.tests.length === 1 && shows.length > 3;
  });
  const [group] = joined?.testFile.tests ?? [];
  if (!joined || !group) throw new Error("no test has several scenes");
  const asked = group.promql_expr_test ?? [];
  const never = asked.filter(({ expr }) => expr.startsWith("count_over_time"));
  expect(never.length).toBe(joined.shows.length);
  for (const one of never) {
    const turned = asked.map((other) => (other === one ? { ...one, expr: `absent(${one.expr})` } : other));
    const tests = [{ ...group, promql_expr_test: turned }];
    const said = await failuresOf({ ...joined, testFile: { ...joined.testFile, tests } });
    expect([...said.matchAll(/time: (\w+),/g)].map(([, time]) => time)).toEqual([one.eval_time]);
  }
});
