import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type {
  ProgramAnswer,
  ProgramCall,
  ProgramValidator,
} from "../../../generators/targets/validation/program.ts";
import type { FileFindings, OwnSubject } from "../../../generators/targets/validation/subject.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { runTool } from "../../tools/run-tool.ts";
import { aFewAtATime } from "../a-few-at-a-time.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** Asks the program whatever the validator wants to know, until it has made up its mind. */
export async function askProgram(
  validator: ProgramValidator,
  subject: OwnSubject,
  tool: Tool,
): Promise<FileFindings> {
  const { defaultTemplates } = tool;
  const questions = validator.validate(subject, {
    sideBySide: availableParallelism(),
    defaultTemplates: defaultTemplates === undefined ? undefined : readFileSync(defaultTemplates, "utf8"),
  });
  let step = questions.next([]);
  while (step.done !== true) {
    step = questions.next(await aFewAtATime(step.value, (call) => answerTo(call, subject, tool)));
  }
  return step.value;
}

function answerTo(call: ProgramCall, { outFolder }: OwnSubject, tool: Tool): Promise<ProgramAnswer> {
  const { folder } = call;
  return folder === undefined
    ? run(call, outFolder, tool)
    : inTemporaryFolder(folder, (temporary) => run(call, temporary, tool));
}

function run({ args, input, environment }: ProgramCall, cwd: string, tool: Tool): Promise<ProgramAnswer> {
  return runTool(tool, args, {
    cwd,
    ...(input === undefined ? {} : { input }),
    ...(environment && { env: { PATH: process.env["PATH"], HOME: cwd, ...environment } }),
  });
}
