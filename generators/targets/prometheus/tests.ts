import type { Files, Output } from "../../output.ts";
import type { Proof } from "../../rule-tests/proof.ts";
import type { ProvenModel } from "../../rule-tests/proven-model.ts";
import { printYaml } from "../../text/yaml.ts";

/** For each rule a file of tests, and one of the rules that it tests: promtool evaluates all that it loads at every step. */
export const prometheusTests: Output<ProvenModel> = ({ proofs }) => Object.assign({}, ...proofs.map(filesOf));

/** The two files of a proof, by their paths under out/. */
export function filesOf({ fileName, rule, ruleFile, testFile }: Proof): Files {
  // What its author allowed to be without a proof has nothing to test.
  if (testFile.tests.length === 0) return {};
  const source = rule.place.file;
  return {
    [`prometheus/tests/${fileName}.test.yml`]: printYaml(testFile, { source }),
    [`prometheus/tests/rules/${fileName}.yml`]: printYaml(ruleFile, { source }),
  };
}
