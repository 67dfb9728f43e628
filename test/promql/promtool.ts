// What promtool says about expressions: what the tests in this folder compare with.
import { join } from "node:path";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";
import { writeFile } from "node:fs/promises";

const promtool = await findTool("promtool");

export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

export interface PromqlTest {
  readonly expr: string;
  readonly exp_samples: readonly unknown[];
  /** Left out: when the series are 20 minutes old. */
  readonly eval_time?: string;
}

/** The texts that promtool refuses as the expression of a rule, with its reasons. */
export async function refusedByPromtool(texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rules = texts.map((expr, index) => ({ record: `a:r${index}:b`, expr }));
  const input = JSON.stringify({ groups: [{ name: "g", rules }] });
  const { stdout, stderr } = await runTool(promtool, ["check", "rules", "--lint=none"], { input });
  const refused = new Map<string, string>();
  for (const [, index, reason = ""] of (stdout + stderr).matchAll(/rule \d+, "a:r(\d+):b": (.*)/g)) {
    refused.set(texts[Number(index)] ?? "", reason);
  }
  return refused;
}

/** The expression as `promtool promql format` prints it. */
export async function formattedByPromtool(text: string): Promise<string> {
  const { code, stdout, stderr } = await runTool(promtool, [
    "--experimental",
    "promql",
    "format",
    "--",
    text,
  ]);
  if (code !== 0) throw new Error(`promtool does not format ${text}: ${stderr}`);
  return stdout.replace(/\n$/, "");
}

/** What `promtool test rules` prints about one test for each expression; it is silent where the samples are as expected. */
export async function testedByPromtool(
  tests: readonly PromqlTest[],
  inputSeries: readonly InputSeries[] = [],
): Promise<string> {
  const folder = await temporaryFolder();
  const file = join(folder, "rules.test.yml");
  await writeFile(join(folder, "rules.yml"), JSON.stringify({ groups: [] }));
  const promql_expr_test = tests.map((one) => ({ eval_time: "20m", ...one }));
  // One test of many expressions, because promtool makes a database for every test.
  const all = [{ interval: "1m", input_series: inputSeries, promql_expr_test }];
  await writeFile(file, JSON.stringify({ rule_files: ["rules.yml"], evaluation_interval: "1m", tests: all }));
  const { stdout, stderr } = await runTool(promtool, ["test", "rules", file]);
  return stdout + stderr;
}
