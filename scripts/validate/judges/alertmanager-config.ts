import { runTool } from "../../tools/run-tool.ts";
import { configComplaints, configPath, templatesFolder } from "../alertmanager/config-complaints.ts";
import { counted, pathsFor, type ToolJudge } from "../judge.ts";
import { problemsAt } from "../../../generators/targets/validation/finding.ts";

/** alertmanager.yml and its templates. The strict mode refuses matchers that two parsers read in two ways. */
export const alertmanagerConfig: ToolJudge = {
  id: "alertmanager-config",
  what: "alerting configuration",
  tool: "amtool",
  isAbout: (path) => path === configPath || path.startsWith(templatesFolder),
  async judge(subject, tool) {
    const { files, model, outFolder } = subject;
    const args = ["--enable-feature=utf8-strict-mode", "check-config", configPath];
    const result = await runTool(tool, args, { cwd: outFolder });
    return {
      judged: counted(pathsFor(alertmanagerConfig, subject).length, "file"),
      problems: problemsAt(alertmanagerConfig.id, configComplaints(result, files, model.platform), files),
    };
  },
};
