import type { ProgramAnswer, ProgramValidator } from "../../generators/targets/validation/program.ts";
import type { FileFindings, ValidationSubject } from "../../generators/targets/validation/subject.ts";
import type { Validator } from "../../generators/targets/validation/validator.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { resultOf as resultWith, runOf } from "../../scripts/validate/run-validators.ts";
import { nothingKnown } from "../../scripts/validate/known.ts";
import type { Result } from "../../scripts/validate/validation.ts";

/** What the validator says of the subject, with the real tool if it needs one. */
export async function resultOf(
  validator: Validator,
  subject: ValidationSubject,
  known = nothingKnown(),
): Promise<Result> {
  const run = runOf(validator, known);
  if ("library" in run) return resultWith(validator, subject, run.start);
  const tool = await findTool(run.tool);
  return resultWith(validator, subject, (own) => run.start(own, tool));
}

/** What the validator says when its program gives this answer to every call. */
export function findingsAfter(
  answer: ProgramAnswer,
  validator: ProgramValidator,
  subject: ValidationSubject,
): FileFindings {
  const paths = Object.keys(subject.files).filter(validator.covers);
  const program = { defaultTemplates: undefined };
  const questions = validator.validate({ ...subject, paths }, program);
  let step = questions.next([]);
  while (step.done !== true) step = questions.next(step.value.map(() => answer));
  return step.value;
}
