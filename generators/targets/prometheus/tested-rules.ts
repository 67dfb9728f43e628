import type { Files } from "../../output.ts";
import { fileNameOf } from "../../rule-tests/rule-test.ts";
import { groupBy } from "../../group-by.ts";
import { withIds } from "../../model/rule-ids.ts";
import type { FileFinding } from "../validation/finding.ts";
import { parseFile } from "../validation/parse-file.ts";
import { lookAlways, type ValidationSubject } from "../validation/subject.ts";
import { dataAt, entriesAt, isSame, itemsAt, textAt } from "../validation/untyped-data.ts";

const testPath = /^prometheus\/tests\/([^/]+)\.test\.yml$/;
const slicePath = /^prometheus\/tests\/rules\/([^/]+)\.yml$/;

/** Whether a path is a test file, or a file of the rules that one tests. */
export function isOfRuleTests(path: string): boolean {
  return testPath.test(path) || slicePath.test(path);
}

/** Whether a path is a test file. */
export function isRuleTest(path: string): boolean {
  return testPath.test(path);
}

/** The name, as in files, of the rule that such a path is about. */
export function ruleOfFile(path: string): string | undefined {
  return testPath.exec(path)?.[1] ?? slicePath.exec(path)?.[1];
}

/** The names of the tests in a test file; none where they cannot be read. */
export function testNames(files: Files, path: string): string[] {
  return itemsAt(dataOf({ files }, path), "tests").flatMap((test) => textAt(test, "name") ?? []);
}

/** The two files of a rule. */
function filesOfRule(fileName: string): { readonly test: string; readonly slice: string } {
  return {
    test: `prometheus/tests/${fileName}.test.yml`,
    slice: `prometheus/tests/rules/${fileName}.yml`,
  };
}

const deployedPaths = ["prometheus/alerts.yml", "prometheus/recordings.yml"];

/**
 * What is wrong with the tests besides what promtool finds: it does not mind a test whose rules are missing, are not the
 * deployed ones, or never do anything.
 */
export function testedRules(tested: TestedFiles): FileFinding[] {
  const { files, only, sound = lookAlways, parse = parseFile } = tested;
  const read = deployedPaths.map((path) => ({ path, ...parse(path, files[path] ?? "") }));
  // Which promtool says itself.
  if (read.some(({ mistakes }) => mistakes.length > 0)) return [];
  const placed = read.flatMap(({ path, data }) => rulesIn(path, data));
  const byName = grouped(placed);
  const slices = Object.keys(files).filter((path) => isOfRuleTests(path) && !isRuleTest(path));
  const deployed = withFiles(placed, slices, tested);
  return [
    ...deployed
      .filter(({ fileName }) => only === undefined || fileName === fileNameOf({ id: only }))
      .flatMap((rule) => {
        const { test, slice } = filesOfRule(rule.fileName);
        const texts = ["untested", JSON.stringify(rule), files[test] ?? "", files[slice] ?? ""];
        return sound(texts, () => untested(rule, tested));
      }),
    ...slices.flatMap((path) => {
      const text = files[path] ?? "";
      const meant = namesIn(text).flatMap((name) => byName.get(name) ?? []);
      return sound(["deployed", path, text, JSON.stringify(meant)], () =>
        placedRules(tested, path).flatMap((rule) => notDeployed(rule, byName.get(rule.name) ?? [])),
      );
    }),
  ];
}

/** What is looked at: the files, and of their rules perhaps only one. */
type TestedFiles = Pick<ValidationSubject, "files" | "only" | "sound" | "parse">;

function grouped(rules: readonly PlacedRule[]): ReadonlyMap<string, readonly PlacedRule[]> {
  const groups = new Map<string, PlacedRule[]>();
  for (const rule of rules) groups.set(rule.name, [...(groups.get(rule.name) ?? []), rule]);
  return groups;
}

/** The names of the rules in a file, without reading it. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/^ *(?:- )?(?:alert|record): "?([^"\n]+?)"?$/gm)].map(([, name = ""]) => name);
}

interface PlacedRule {
  readonly path: string;
  readonly group: string | undefined;
  readonly interval: string | undefined;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly entry: unknown;
}

/** One of all that are deployed, and how the files of its test are called. */
interface DeployedRule extends PlacedRule {
  readonly fileName: string;
}

/** Recordings by what they are called; the files of an alert are called after its export, so they are those that load it. */
function withFiles(
  placed: readonly PlacedRule[],
  slices: readonly string[],
  tested: TestedFiles,
): DeployedRule[] {
  const { files } = tested;
  const loading = groupBy(
    slices.flatMap((path) => namesIn(files[path] ?? "").map((name) => ({ name, path }))),
    ({ name }) => name,
  );
  const fileOfAlert = ({ name, entry }: PlacedRule): string => {
    const paths = (loading.get(name) ?? []).map(({ path }) => path);
    const loads = (path: string) => placedRules(tested, path).some((rule) => isSame(rule.entry, entry));
    const own = paths.length > 1 ? paths.find(loads) : paths[0];
    return ruleOfFile(own ?? "") ?? fileNameOf({ id: name });
  };
  return withIds(placed).map(({ id, ...rule }) => ({
    ...rule,
    fileName: dataAt(rule.entry, "alert") === undefined ? fileNameOf({ id }) : fileOfAlert(rule),
  }));
}

function placedRules(tested: TestedFiles, path: string): PlacedRule[] {
  return rulesIn(path, dataOf(tested, path));
}

function rulesIn(path: string, data: unknown): PlacedRule[] {
  return itemsAt(data, "groups").flatMap((group) =>
    itemsAt(group, "rules").map((entry) => ({
      path,
      group: textAt(group, "name"),
      interval: textAt(group, "interval"),
      name: textAt(entry, "alert") ?? textAt(entry, "record") ?? "",
      labels: labelsIn(entry),
      entry,
    })),
  );
}

function labelsIn(entry: unknown): PlacedRule["labels"] {
  return Object.fromEntries(
    entriesAt(entry, "labels").map(([label]) => [label, textAt(entry, "labels", label) ?? ""]),
  );
}

function dataOf({ files, parse = parseFile }: TestedFiles, path: string): unknown {
  return parse(path, files[path] ?? "").data;
}

/** A rule of a slice that is not to the letter a deployed one: its test says nothing about what is deployed. */
function notDeployed(rule: PlacedRule, deployed: readonly PlacedRule[]): FileFinding[] {
  if (deployed.some((other) => isSame({ ...other, path: rule.path }, rule))) return [];
  return [{ path: rule.path, message: `the tested rule "${rule.name}" differs from the deployed one` }];
}

function untested({ path, fileName, name, entry }: DeployedRule, tested: TestedFiles): FileFinding[] {
  const { files } = tested;
  const { test, slice } = filesOfRule(fileName);
  if (files[test] === undefined) return [{ path, message: `rule "${name}" has no test` }];
  const data = dataOf(tested, test);
  const isLoaded = itemsAt(data, "rule_files").some((file) => `prometheus/tests/${file}` === slice);
  const isThere = placedRules(tested, slice).some((rule) => rule.name === name);
  if (!isLoaded || !isThere) return [{ path: test, message: `it does not load rule "${name}"` }];
  const tests = itemsAt(data, "tests");
  const shows = dataAt(entry, "alert") === undefined ? isAskedFor(name, tests) : isSeenFiring(name, tests);
  return shows ? [] : [{ path: test, message: `no test checks rule "${name}"` }];
}

function isSeenFiring(name: string, tests: readonly unknown[]): boolean {
  const asked = tests.flatMap((test) => itemsAt(test, "alert_rule_test"));
  return asked.some((one) => textAt(one, "alertname") === name && itemsAt(one, "exp_alerts").length > 0);
}

function isAskedFor(name: string, tests: readonly unknown[]): boolean {
  const asked = tests.flatMap((test) => itemsAt(test, "promql_expr_test"));
  return asked.some((one) => textAt(one, "expr") === name && itemsAt(one, "exp_samples").length > 0);
}
