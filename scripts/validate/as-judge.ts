import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { problemsAt } from "../../generators/targets/validation/finding.ts";
import type { Answer, Call, ProgramValidator } from "../../generators/targets/validation/program.ts";
import type {
  Findings,
  OwnSubject,
  Subject,
  Validator,
} from "../../generators/targets/validation/validator.ts";
import type { Tool } from "../tools/find-tool.ts";
import { runTool } from "../tools/run-tool.ts";
import { aFewAtATime } from "./a-few-at-a-time.ts";
import { pathsFor, type Judge, type Verdict } from "./judge.ts";
import { schemaFindings } from "./schema-judge.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

export function asJudge(validator: Validator): Judge {
  const { id, what, covers: isAbout } = validator;
  const own = (subject: Subject): OwnSubject => ({ ...subject, paths: pathsFor({ isAbout }, subject) });
  const verdict = (subject: Subject, { checked, findings }: Findings): Verdict => ({
    judged: checked,
    problems: problemsAt(id, findings, subject.files),
  });
  switch (validator.by) {
    case "program":
      return {
        ...{ id, what, isAbout, tool: validator.program },
        judge: async (subject, tool) => verdict(subject, await converse(validator, own(subject), tool)),
      };
    case "schema":
      return {
        ...{ id, what, isAbout, library: "ajv" },
        judge: async (subject: Subject) => verdict(subject, schemaFindings(validator, own(subject))),
      };
    case "alertmanager":
    case "dclint":
      throw new Error(`${id} still has a judge`);
    case "signalbox":
      return {
        ...{ id, what, isAbout, library: "signalbox" },
        judge: async (subject: Subject) => verdict(subject, validator.validate(own(subject))),
      };
  }
}

async function converse(validator: ProgramValidator, subject: OwnSubject, tool: Tool): Promise<Findings> {
  const { defaultTemplates } = tool;
  const questions = validator.validate(subject, {
    sideBySide: availableParallelism(),
    defaultTemplates: defaultTemplates === undefined ? undefined : readFileSync(defaultTemplates, "utf8"),
  });
  let step = questions.next([]);
  while (!step.done) {
    step = questions.next(await aFewAtATime(step.value, (call) => answerTo(call, subject, tool)));
  }
  return step.value;
}

function answerTo(call: Call, { outFolder }: Subject, tool: Tool): Promise<Answer> {
  const { args, folder, input, environment } = call;
  const run = (cwd: string, home: string) => {
    const env = environment && { PATH: process.env["PATH"], HOME: home, ...environment };
    return runTool(tool, args, { cwd, ...(input !== undefined && { input }), ...(env && { env }) });
  };
  if (folder === undefined) return run(outFolder, outFolder);
  return inTemporaryFolder(folder, (temporary) => run(temporary, temporary));
}
