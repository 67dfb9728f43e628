// The proofs of an SLO are made by the language and not by an author, so that they notice every slip is shown here.
import { expect, test } from "vitest";
import { mutantsOf } from "../../generators/mutation/mutants-of.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { tryMutants } from "../../scripts/mutate/try-mutants.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { model } from "./small-slos.ts";

const proofs = ruleTestsOf(model);
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
])("no slip in %s survives", async (name) => {
  const proof = proofs.find((one) => one.name === name);
  if (!proof) throw new Error(`there is no rule ${name}`);
  const mutants = mutantsOf(proof.rule, model);
  expect(mutants.length).toBeGreaterThan(4);
  const results = await tryMutants([{ proof, mutants }], { promtool });
  expect(results.flatMap(({ mutant, outcome }) => (outcome === "survived" ? [mutant.id] : []))).toEqual([]);
});
