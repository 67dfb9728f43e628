import { availableParallelism } from "node:os";
import type { Tool } from "../../tools/find-tool.ts";
import { runTool } from "../../tools/run-tool.ts";
import { aFewAtATime } from "../a-few-at-a-time.ts";
import { counted, pathsFor, type ToolJudge } from "../judge.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";
import { fixOfTest } from "../prometheus/fix-of-test.ts";
import { ruleTestFailures } from "../prometheus/rule-test-failures.ts";
import { isOfRuleTests, isRuleTest, placeOfTest } from "../prometheus/rule-test-files.ts";
import { testedRules } from "../prometheus/tested-rules.ts";
import type { Subject } from "../subject.ts";

/** The tests of all rules, and whether they test what is deployed. */
export const ruleTests: ToolJudge = {
  id: "rule-tests",
  what: "tests of the rules",
  tool: "promtool",
  isAbout: isOfRuleTests,
  async judge(subject, tool) {
    const { files, model } = subject;
    const paths = pathsFor(ruleTests, subject).filter(isRuleTest);
    const batches = shared(paths, availableParallelism());
    const failed = (await aFewAtATime(batches, (batch) => failing(batch, subject, tool))).flat();
    const complaints = [...testedRules(files), ...failed].map((complaint) => ({
      ...complaint,
      place: placeOfTest(complaint.path, model),
    }));
    return { judged: counted(paths.length, "rule"), problems: problemsAt(ruleTests.id, complaints, files) };
  },
};

/** As many lists of about the same length, without empty ones: promtool takes one processor, and long to start. */
function shared(paths: readonly string[], count: number): string[][] {
  const lists = Array.from({ length: count }, (_, place) =>
    paths.filter((__, index) => index % count === place),
  );
  return lists.filter(({ length }) => length > 0);
}

/** promtool does not say which file a failure is of; where there is one, each file is asked by itself. */
async function failing(paths: readonly string[], subject: Subject, tool: Tool): Promise<Finding[]> {
  const together = await runTool(tool, ["test", "rules", ...paths], { cwd: subject.outFolder });
  if (together.code === 0) return [];
  const complaints = await aFewAtATime(paths, async (path): Promise<Finding[]> => {
    const result = await runTool(tool, ["test", "rules", path], { cwd: subject.outFolder });
    if (result.code === 0) return [];
    return ruleTestFailures(result.stderr).map(({ test, message }) => ({
      path,
      message: test === undefined ? message : `"${test}" does not hold: ${message}`,
      fix: fixOfTest(test, path),
    }));
  });
  const found = complaints.flat();
  if (found.length > 0) return found;
  const [path = ""] = paths;
  return [{ path, message: `it fails only together with others: ${together.stderr.trim()}` }];
}
