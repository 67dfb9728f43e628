// The language writes the tests of an SLO, not an author: that they notice every mistake is shown here.
import { expect, test } from "vitest";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { emptyShelf } from "../../scripts/kept/shelf.ts";
import { tryMutants } from "../../scripts/mutate/try-mutants.ts";
import { verdictsOn, type Verdict } from "../../scripts/mutate/verdicts.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { model } from "./small-slos.ts";

const ruleTests = ruleTestsOf(model);
const promtool = await findTool("promtool");

test.each([
  "job:web_orders_total:rate1m",
  "job:web_orders_bad:rate1m",
  "job:quick_orders_bad:rate5m",
  // The rate itself, without a mean.
  "job:quick_orders_bad:ratio_5m",
  "job:short_queue_total:count",
  "job:short_queue_bad:count",
  "job:short_queue_bad:ratio_3d",
  "job:short_queue_bad:ratio_28d",
  "WebOrdersBurnsSlowly28d",
])("no mistake in %s survives", async (name) => {
  const ruleTest = ruleTests.find((one) => one.name === name);
  if (!ruleTest) throw new Error(`there is no rule ${name}`);
  const verdicts = verdictsOn(emptyShelf<Verdict>(), promtool);
  const isStopped = () => false;
  const { results } = await tryMutants([ruleTest], model, { promtool, verdicts, isStopped });
  expect(results).toHaveLength(mutantsOf(ruleTest.rule, model).length);
  expect(results.length).toBeGreaterThan(4);
  expect(results.flatMap(({ mutant, outcome }) => (outcome === "survived" ? [mutant.id] : []))).toEqual([]);
});
