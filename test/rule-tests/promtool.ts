// What promtool says of rule tests: the validator of the tests in this folder.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { RuleFile } from "../../generators/rule-tests/rule-test.ts";
import type { TestFile } from "../../generators/rule-tests/test-file.ts";
import { junitResults } from "../../scripts/mutate/junit.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";

const promtool = await findTool("promtool");

/** Rules and the tests of them. */
export interface Tested {
  readonly ruleFile: RuleFile;
  readonly testFile: TestFile;
}

/** What `promtool test rules` has against the rules; nothing where all tests hold. */
export async function failuresOf(tested: Tested): Promise<string> {
  const [failures = ""] = await failuresOfEach([tested]);
  return failures;
}

/** The same of each of several, whom promtool reads in one go. */
export async function failuresOfEach(all: readonly Tested[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "signalbox-test-"));
  try {
    return await failuresIn(folder, all);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function failuresIn(folder: string, all: readonly Tested[]): Promise<readonly string[]> {
  const paths = await Promise.all(all.map((tested, index) => write(tested, join(folder, `${index}`))));
  const report = join(folder, "report.xml");
  const args = ["test", "rules", `--junit=${report}`, ...paths];
  const { stderr } = await runTool(promtool, args, { cwd: folder });
  // A rule file that is not found is only a warning.
  if (stderr.includes("WARNING")) throw new Error(stderr);
  const results = junitResults(await readFile(report, "utf8"));
  return paths.map((path) => {
    const result = results.get(path);
    if (!result?.hasRun) throw new Error(`promtool has not run ${path}:\n${stderr}`);
    return result.failures.join("\n");
  });
}

/** @returns the path of the file with the tests */
async function write({ ruleFile, testFile }: Tested, folder: string): Promise<string> {
  const [path = ""] = testFile.rule_files;
  const tests = join(folder, "rule.test.yml");
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify(ruleFile));
  await writeFile(tests, JSON.stringify(testFile));
  return tests;
}
