import type { Model } from "../../../generators/model/model.ts";
import type { Files } from "../../../generators/output.ts";
import { runTool, type ToolResult } from "../../tools/run-tool.ts";
import { counted, pathsFor, type ToolJudge } from "../judge.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";
import { ruleComplaints } from "../prometheus/rule-complaints.ts";
import { rulePlace } from "../prometheus/rule-place.ts";
import { lineOfQuoted } from "../../../generators/targets/validation/go-errors.ts";

/** The rule files, in one call: each costs a start of promtool else. */
export const prometheusRules: ToolJudge = {
  id: "prometheus-rules",
  what: "alert and recording rules",
  tool: "promtool",
  isAbout: (path) => /^prometheus\/[^/]+\.yml$/.test(path) && path !== "prometheus/prometheus.yml",
  async judge(subject, tool) {
    const { files, model, outFolder } = subject;
    const paths = pathsFor(prometheusRules, subject);
    const args = ["check", "rules", "--lint=all", "--lint-fatal", ...paths];
    const result = await runTool(tool, args, { cwd: outFolder });
    return {
      judged: counted(paths.flatMap((path) => files[path]?.match(ruleStart) ?? []).length, "rule"),
      problems: problemsAt(prometheusRules.id, complaintsOf(result, paths, files, model), files),
    };
  },
};

const ruleStart = /^\s*- (?:alert|record): /gm;

function complaintsOf(result: ToolResult, paths: readonly string[], files: Files, model: Model): Finding[] {
  if (result.code === 0) return [];
  const [first = "prometheus"] = paths;
  const found = ruleComplaints(result.stderr);
  if (found.length === 0) return [{ path: first, message: `promtool refuses it: ${result.stderr.trim()}` }];
  return found.map((complaint) => {
    const { path = pathOfRule(complaint.rule, paths, files) ?? first, rule, reason } = complaint;
    const text = files[path] ?? "";
    // Of a bad duration promtool says neither the line nor the rule.
    const line = complaint.line ?? (rule === undefined ? lineOfQuoted(reason, text) : undefined);
    const place = rulePlace({ ...complaint, line }, text, model);
    return { path, line, place, message: rule === undefined ? reason : `rule "${rule}": ${reason}` };
  });
}

/** The lint does not say which file it found a duplicate in. */
function pathOfRule(rule: string | undefined, paths: readonly string[], files: Files): string | undefined {
  return paths.find((path) => files[path]?.includes(`: ${rule}\n`));
}
