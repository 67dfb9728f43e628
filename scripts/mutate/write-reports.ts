import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MutantResult } from "../../generators/mutation/result.ts";
import { jsonReport, type Scope } from "./json-report.ts";
import { markdownReport } from "./markdown-report.ts";

/** Writes the report for people and the one for programs, which git ignores, and says where. */
export function writeReports(results: readonly MutantResult[], scope: Scope, root: string): string {
  mkdirSync(join(root, "reports"), { recursive: true });
  // The folder ignores itself: whoever tries signalbox has no line for it yet.
  writeFileSync(join(root, "reports/.gitignore"), "*\n");
  writeFileSync(join(root, "reports/mutation.md"), markdownReport(results, scope));
  writeFileSync(join(root, "reports/mutation.json"), jsonReport(results, scope));
  return "reports: reports/mutation.md, reports/mutation.json\n";
}
