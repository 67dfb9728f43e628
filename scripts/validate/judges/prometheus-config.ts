import type { Files } from "../../../generators/output.ts";
import { runTool } from "../../tools/run-tool.ts";
import { counted, pathsFor, type ToolJudge } from "../judge.ts";
import { problemsAt } from "../../../generators/targets/validation/finding.ts";
import { configComplaints, configPath, unnamedFiles } from "../prometheus/config-complaints.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** prometheus.yml and the files it reads its targets from. The rule files have a judge of their own. */
export const prometheusConfig: ToolJudge = {
  id: "prometheus-config",
  what: "scrape configuration",
  tool: "promtool",
  isAbout: (path) => path === configPath || path.startsWith("prometheus/targets/"),
  async judge(subject, tool) {
    const paths = pathsFor(prometheusConfig, subject);
    const copy = checkable(subject.files, paths);
    const result = await inTemporaryFolder(copy, (folder) =>
      runTool(tool, ["check", "config", "--lint=all", "--lint-fatal", configPath], { cwd: folder }),
    );
    const complaints = [
      ...configComplaints(result, subject.files, subject.model),
      ...unnamedFiles(subject.files),
    ];
    return {
      judged: counted(paths.length, "file"),
      problems: problemsAt(prometheusConfig.id, complaints, subject.files),
    };
  },
};

/** promtool wants to see the secret files, which are only where the stack runs. */
const secret = /\/run\/secrets\/([\w.-]+)/g;

/** A copy with a secret file of no worth for each real one, and with empty rule files. Its lines are those of the original. */
export function checkable(files: Files, paths: readonly string[]): Files {
  const config = files[configPath] ?? "";
  const secrets = [...config.matchAll(secret)].map(([, name]) => [
    `prometheus/secrets/${name}`,
    "no secret\n",
  ]);
  const ruleFiles = Object.keys(files).filter((path) => /^prometheus\/[^/]+\.yml$/.test(path));
  return {
    ...Object.fromEntries(secrets),
    ...Object.fromEntries(ruleFiles.map((path) => [path, "groups: []\n"])),
    ...Object.fromEntries(paths.map((path) => [path, files[path] ?? ""])),
    // Relative paths are looked for in the folder of the configuration.
    [configPath]: config.replace(secret, "secrets/$1"),
  };
}
