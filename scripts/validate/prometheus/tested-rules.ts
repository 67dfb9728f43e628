import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import type { Files } from "../../../generators/output.ts";
import type { RuleEntry, RuleFile } from "../../../generators/rule-tests/rule-test.ts";
import { fileNameOf } from "../../../generators/rule-tests/rule-slice.ts";
import type { TestFile } from "../../../generators/rule-tests/test-file.ts";
import type { Finding } from "../../../generators/targets/validation/finding.ts";
import { filesOfRule, isOfRuleTests, isRuleTest } from "./rule-test-files.ts";

const deployedPaths = ["prometheus/alerts.yml", "prometheus/recordings.yml"];

/**
 * What is wrong with the tests besides what promtool finds: it says nothing of a test whose rules are missing, are not the
 * deployed ones, or never do anything.
 */
export function testedRules(files: Files): Finding[] {
  const deployed = deployedPaths.flatMap((path) => placedRules(files, path));
  const slices = Object.keys(files).filter((path) => isOfRuleTests(path) && !isRuleTest(path));
  return [
    ...deployed.flatMap((rule) => untested(rule, files)),
    ...slices.flatMap((path) => placedRules(files, path).flatMap((rule) => strange(rule, deployed))),
  ];
}

interface PlacedRule {
  readonly path: string;
  readonly group: string;
  readonly interval: string;
  readonly name: string;
  readonly entry: RuleEntry;
}

function placedRules(files: Files, path: string): PlacedRule[] {
  // A cast: promtool has read these files as what they are.
  const { groups = [] } = (parse(files[path] ?? "") ?? {}) as Partial<RuleFile>;
  return groups.flatMap(({ name: group, interval, rules }) =>
    rules.map((entry) => ({ path, group, interval, name: String(entry["alert"] ?? entry["record"]), entry })),
  );
}

/** A rule of a slice that is not to the letter a deployed one: what it proves holds for nothing. */
function strange(rule: PlacedRule, deployed: readonly PlacedRule[]): Finding[] {
  const isSame = deployed.some((other) => isDeepStrictEqual({ ...other, path: rule.path }, rule));
  if (isSame) return [];
  return [
    { path: rule.path, message: `the rule "${rule.name}" that is tested is not the one that is deployed` },
  ];
}

function untested({ path, name, entry }: PlacedRule, files: Files): Finding[] {
  const { test, slice } = filesOfRule(fileNameOf({ name }));
  const text = files[test];
  if (text === undefined) return [{ path, message: `nothing tests the rule "${name}"` }];
  // A cast: as above.
  const { rule_files = [], tests = [] } = parse(text) as Partial<TestFile>;
  const isLoaded = rule_files.some((file) => `prometheus/tests/${file}` === slice);
  const isThere = placedRules(files, slice).some((rule) => rule.name === name);
  if (!isLoaded || !isThere) return [{ path: test, message: `it does not load the rule "${name}"` }];
  const shows = entry["alert"] === undefined ? isAskedFor(name, tests) : isSeenFiring(name, tests);
  return shows ? [] : [{ path: test, message: `no test expects anything of the rule "${name}"` }];
}

function isSeenFiring(name: string, tests: TestFile["tests"]): boolean {
  const looks = tests.flatMap(({ alert_rule_test = [] }) => alert_rule_test);
  return looks.some(({ alertname, exp_alerts }) => alertname === name && exp_alerts.length > 0);
}

function isAskedFor(name: string, tests: TestFile["tests"]): boolean {
  const looks = tests.flatMap(({ promql_expr_test = [] }) => promql_expr_test);
  return looks.some(({ expr, exp_samples }) => expr === name && exp_samples.length > 0);
}
