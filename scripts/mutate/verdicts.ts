import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import type { TestGroup } from "../../generators/rule-tests/test-file.ts";
import type { Mutant } from "../../generators/mutation/mutants.ts";
import { contentKey } from "../kept/content-key.ts";
import type { Shelf } from "../kept/shelf.ts";
import { filesOfTrial, type Trial } from "./trial.ts";

/** Whether the tests of a group notice a candidate. */
export type Verdict = "noticed" | "unnoticed";

/** What promtool has said, by trials of one candidate. */
export interface Verdicts {
  readonly of: (trial: Trial) => Verdict | undefined;
  readonly note: (trial: Trial, verdict: Verdict) => void;
}

/**
 * The verdicts of this run, and of earlier ones.
 *
 * A verdict is named by all that promtool reads of its candidate, and by promtool's version: it is no matter which engine wrote that, nor
 * which other candidates are tried at the same time.
 *
 * @param shelf where those of earlier runs are
 */
export function verdictsOn(shelf: Shelf<Verdict>, promtool: { readonly version: string }): Verdicts {
  const found = new Map<string, Verdict>();
  // To print a trial takes longer than to look up its verdict.
  const keys = new WeakMap<
    Mutant | RuleTest,
    Map<TestGroup, { readonly name: string; readonly key: string }>
  >();
  const keyOf = (trial: Trial): string => {
    const { ruleTest, group, candidates } = trial;
    const [{ mutant, name } = { mutant: undefined, name: "" }] = candidates;
    const own = keys.get(mutant ?? ruleTest) ?? new Map();
    keys.set(mutant ?? ruleTest, own);
    const before = own.get(group);
    if (before?.name === name) return before.key;
    const key = contentKey(promtool.version, ...Object.entries(filesOfTrial(trial)).flat());
    own.set(group, { name, key });
    return key;
  };
  return {
    of: (trial) => found.get(keyOf(trial)) ?? shelf.get(keyOf(trial)),
    note: (trial, verdict) => {
      found.set(keyOf(trial), verdict);
      shelf.put(keyOf(trial), verdict);
    },
  };
}

export function isVerdict(value: unknown): value is Verdict {
  return value === "noticed" || value === "unnoticed";
}
