import type { Place } from "../../../generators/language/place.ts";
import { exporterModules } from "../../../generators/jobs/of-jobs.ts";
import type { Model } from "../../../generators/model/model.ts";
import type { Files } from "../../../generators/output.ts";
import { runTool, type ToolResult } from "../../tools/run-tool.ts";
import { counted, type ToolJudge } from "../judge.ts";
import { problemsAt, type Complaint } from "../problem-at.ts";
import { lastCaughtBefore, unmarshalErrors } from "../unmarshal-errors.ts";

export const blackboxPath = "blackbox/blackbox.yml";

/** blackbox.yml as the exporter reads it: unknown keys, durations, patterns. */
export const blackboxConfig: ToolJudge = {
  id: "blackbox-config",
  what: "probes",
  tool: "blackbox_exporter",
  isAbout: (path) => path === blackboxPath,
  async judge({ files, model, outFolder }, tool) {
    const result = await runTool(tool, [`--config.file=${blackboxPath}`, "--config.check"], {
      cwd: outFolder,
    });
    return {
      judged: counted(1, "file"),
      problems: problemsAt(blackboxConfig.id, complaintsOf(result, files, model), files),
    };
  },
};

function complaintsOf({ code, stderr }: ToolResult, files: Files, model: Model): Complaint[] {
  if (code === 0) return [];
  // The log writes a line break inside of a text as \n.
  const written = /err="((?:[^"\\]|\\.)*)"/.exec(stderr)?.[1] ?? stderr.trim();
  const message = written.replaceAll("\\n", "\n").replaceAll('\\"', '"');
  const lines = unmarshalErrors(message);
  if (lines.length === 0) return [{ path: blackboxPath, message }];
  return lines.map(({ line, reason }) => ({
    path: blackboxPath,
    line,
    place: modulePlace(lastCaughtBefore(files[blackboxPath] ?? "", line, /^ {2}"?([^\s"]+)"?:$/), model),
    message: reason,
  }));
}

/** Where a module of the blackbox exporter is defined, by its name. */
export function modulePlace(name: string | undefined, { jobs }: Pick<Model, "jobs">): Place | undefined {
  return exporterModules(jobs, "blackbox-exporter").find((module) => module.name === name)?.definition.place;
}
