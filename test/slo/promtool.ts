// What promtool says of the rules of the small SLOs: what the tests in this folder compare with.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RuleFile } from "../../generators/rule-tests/rule-test.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";
import { compiled } from "./small-slos.ts";

const promtool = await findTool("promtool");

/** A test of rules, as promtool reads it. */
export interface RuleTest {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly { readonly series: string; readonly values: string }[];
  readonly promql_expr_test: readonly Reading[];
}

/** What an expression must give at a moment. */
export interface Reading {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels?: string; readonly value: number }[];
}

/** What `promtool test rules` has against these tests of these rules, evaluated every minute; nothing where they hold. */
export async function failuresOf(rules: RuleFile, tests: readonly RuleTest[]): Promise<string> {
  const folder = await temporaryFolder();
  const file = {
    rule_files: ["rules.yml"],
    evaluation_interval: "1m",
    fuzzy_compare: true,
    group_eval_order: rules.groups.map(({ name }) => name),
    tests,
  };
  await writeFile(join(folder, "rules.yml"), JSON.stringify(rules));
  await writeFile(join(folder, "slo.test.yml"), JSON.stringify(file));
  return saidOf(["slo.test.yml"], folder);
}

/** What promtool has against the generated tests of all rules. */
export async function failuresOfGenerated(): Promise<string> {
  const folder = await temporaryFolder();
  const files = Object.entries(compiled.files).filter(([path]) => path.startsWith("prometheus/tests/"));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const tests = files.map(([path]) => path).filter((path) => path.endsWith(".test.yml"));
  return saidOf(tests, folder);
}

async function saidOf(paths: readonly string[], folder: string): Promise<string> {
  const { code, stdout, stderr } = await runTool(promtool, ["test", "rules", ...paths], { cwd: folder });
  // A rule file that is not found is only a warning.
  if (stderr.includes("WARNING")) throw new Error(stderr);
  return code === 0 ? "" : stdout + stderr;
}
