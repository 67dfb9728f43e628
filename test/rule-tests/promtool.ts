// What promtool says of proofs: the judge of the tests in this folder.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RuleFile } from "../../generators/rule-tests/rule-test.ts";
import type { TestFile } from "../../generators/rule-tests/test-file.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

const promtool = await findTool("promtool");

/** Rules and the tests of them. */
export interface Tested {
  readonly ruleFile: RuleFile;
  readonly testFile: TestFile;
}

/** What `promtool test rules` has against the rules; nothing where all tests hold. */
export async function failuresOf({ ruleFile, testFile }: Tested): Promise<string> {
  const folder = await temporaryFolder();
  const [path = ""] = testFile.rule_files;
  await mkdir(join(folder, "rules"));
  await writeFile(join(folder, path), JSON.stringify(ruleFile));
  await writeFile(join(folder, "rule.test.yml"), JSON.stringify(testFile));
  const { code, stdout, stderr } = await runTool(promtool, ["test", "rules", "rule.test.yml"], {
    cwd: folder,
  });
  // A rule file that is not found is only a warning.
  if (stderr.includes("WARNING")) throw new Error(stderr);
  return code === 0 ? "" : stdout + stderr;
}
