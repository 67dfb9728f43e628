import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import { junitResults, type TestResult } from "../mutate/junit.ts";
import { goSettings } from "../validate/runners/call-program.ts";
import { inTemporaryFolder } from "../validate/temporary-folder.ts";
import { runTool, type ToolResult } from "./run-tool.ts";

export interface TestRulesOptions {
  readonly promtool: { readonly path: string };
  /** The test file in each of the folders. */
  readonly testFile: string;
  readonly cpuLimitMs: number;
}

/** What one call of promtool says of the tests in some folders. */
export interface TestedFolders {
  /** In their order; undefined where there is no answer. */
  readonly results: readonly (TestResult | undefined)[];
  /** What promtool said instead. */
  readonly why: string;
}

/** Has promtool run the tests in each of these folders, all in one call: a start costs as much as several tests. */
export function testRules(
  folders: readonly Files[],
  { promtool, testFile, cpuLimitMs }: TestRulesOptions,
): Promise<TestedFolders> {
  const files = folders.flatMap((folder, index) =>
    Object.entries(folder).map(([path, text]) => [`${index}/${path}`, text] as const),
  );
  const paths = folders.map((_, index) => `${index}/${testFile}`);
  return inTemporaryFolder(Object.fromEntries(files), async (cwd) => {
    const args = ["test", "rules", "--junit=results.xml", ...paths];
    const env = { ...process.env, ...goSettings };
    const why = await runTool(promtool, args, { cwd, env, cpuLimitMs }).then(whyNone, whyNot);
    const read = junitResults(readResults(cwd));
    return { results: paths.map((path) => read.get(path)), why };
  });
}

function whyNot(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function whyNone({ code, stderr }: ToolResult): string {
  const said = stderr.trim();
  return `promtool ended with code ${code} and wrote no results${said === "" ? "" : `: ${said}`}`;
}

/** Empty where promtool did not come to write any. */
function readResults(folder: string): string {
  try {
    return readFileSync(join(folder, "results.xml"), "utf8");
  } catch {
    return "";
  }
}
