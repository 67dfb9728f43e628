import { join } from "node:path";
import type { Tool } from "../../tools/find-tool.ts";
import { runTool, type ToolResult } from "../../tools/run-tool.ts";
import { composeMistakes } from "../compose/compose-mistakes.ts";
import { requiredVariables } from "../compose/compose-variables.ts";
import { counted, type ToolJudge } from "../judge.ts";
import { problemsAt } from "../../../generators/targets/validation/finding.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { entriesAt } from "../../../generators/targets/validation/untyped-data.ts";

export const composePath = "docker-compose.yml";

/** The compose file with all profiles: what is in none that is switched on, compose does not look at wholly. */
export const composeConfig: ToolJudge = {
  id: "compose-config",
  what: "compose file",
  tool: "docker-compose",
  isAbout: (path) => path === composePath,
  async judge({ files, model, outFolder }, tool) {
    const result = await printConfig(files[composePath] ?? "", outFolder, tool);
    const config: unknown = result.code === 0 ? JSON.parse(result.stdout) : undefined;
    const messages = [...complaintsIn(result), ...composeMistakes(config, outFolder, Object.keys(files))];
    const { place } = model.platform.deploy;
    const complaints = messages.map((message) => ({ path: composePath, place, message }));
    return {
      judged: counted(entriesAt(config, "services").length, "service"),
      problems: problemsAt(composeConfig.id, complaints, files),
    };
  },
};

/** Something for every variable that must be set; compose looks at no path. */
const sampleValue = "/sample";

/** Without the environment of whoever validates, and without their .env file: the verdict is the same everywhere. */
function printConfig(text: string, outFolder: string, tool: Tool): Promise<ToolResult> {
  const given = Object.fromEntries(requiredVariables(text).map((name) => [name, sampleValue]));
  return inTemporaryFolder({ ".env": "" }, (folder) => {
    const env = { PATH: process.env["PATH"], HOME: folder, ...given };
    const args = ["--profile", "*", "--env-file", join(folder, ".env"), "-f", join(outFolder, composePath)];
    return runTool(tool, [...args, "config", "--format", "json"], { cwd: folder, env });
  });
}

/** Errors, and warnings too: compose warns of a variable that is not set, and goes on without it. */
function complaintsIn({ code, stderr }: ToolResult): string[] {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const warnings = lines.flatMap((line) => /level=warning msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? []);
  const errors = code === 0 ? [] : lines.filter((line) => !line.includes("level=warning"));
  return [...warnings.map((warning) => warning.replaceAll('\\"', '"')), ...errors];
}
