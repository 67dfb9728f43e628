import { expect, test } from "vitest";
import { resultOfTrial } from "../../scripts/mutate/trial-result.ts";
import type { Trial } from "../../scripts/mutate/trial.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { definitionsWith } from "../checks/small-definitions.ts";

const [ruleTest] = ruleTestsOf(resolve(definitionsWith()).model);
const [group] = ruleTest?.testFile.tests ?? [];
if (!ruleTest || !group) throw new Error("the small shop has rules");
const names = Array.from({ length: 12 }, (_, index) => `X__${index}__`);
const trial: Trial = { ruleTest, group, candidates: names.map((name) => ({ mutant: undefined, name })) };

function noticedIn(...failures: readonly string[]) {
  const result = resultOfTrial(trial, { hasRun: true, failures });
  if (result.kind === "broken") return result.why;
  return { names: [...result.noticed.keys()].map(({ name }) => name), isCutShort: result.isCutShort };
}

test("a failure is of the candidate that was asked about, whatever promtool saw instead", () => {
  expect(
    noticedIn(
      "    name: fires,\n    alertname: X__1__, time: 5m, \n        exp:[], \n        got:[ X__2__ ]",
      '    expr: "ALERTS{alertname=\\"X__10__\\"}", time: 5m,\n        exp: nil\n        got: X__3__',
      "    alertname: X__1__, time: 10m, \n        exp:[], \n        got:[]",
    ),
  ).toEqual({ names: ["X__1__", "X__10__"], isCutShort: false });
  expect(noticedIn()).toEqual({ names: [], isCutShort: false });
});

test("a rule that cannot be evaluated is noticed, and nothing is known of the others", () => {
  expect(noticedIn("    rule: X__4__, time: 3m0s, err: multiple matches for labels")).toEqual({
    names: ["X__4__"],
    isCutShort: true,
  });
});

test("a candidate that is alone is the one that fails", () => {
  const alone = { ...trial, candidates: [{ mutant: undefined, name: "X" }] };
  const result = resultOfTrial(alone, { hasRun: true, failures: ["whatever"] });
  expect(result).toMatchObject({ kind: "judged", isCutShort: false });
});

test("what promtool refuses to load, what is of nobody, and what was not run is no verdict", () => {
  const refused = 'rules.yml: 1:104: group "g", rule 2, "X__1__": could not parse expression';
  expect(noticedIn(refused)).toBe(refused);
  expect(noticedIn("something else")).toBe("something else");
  expect(resultOfTrial(trial, { hasRun: false, failures: [] })).toEqual({
    kind: "broken",
    why: "promtool ran none of its tests",
  });
});
