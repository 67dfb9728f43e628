// The proofs of an SLO are made by the language and not by an author, so that they notice every slip is shown here.
import { expect, test } from "vitest";
import { mutantsOf } from "../../generators/mutation/mutants-of.ts";
import { mutatedRules } from "../../generators/mutation/mutated-proof.ts";
import { proofsOf } from "../../generators/proof/proofs.ts";
import { failuresOf } from "../proof/promtool.ts";
import { model } from "./small-slos.ts";

const proofs = proofsOf(model);

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
  const survivors: string[] = [];
  for (const { id, mutated } of mutants) {
    const failures = await failuresOf({ ...proof, ruleFile: mutatedRules(proof, mutated) });
    if (!failures.includes("FAILED")) survivors.push(id);
  }
  expect(survivors).toEqual([]);
});
