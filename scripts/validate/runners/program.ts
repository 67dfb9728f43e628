import { readFileSync } from "node:fs";
import type {
  ProgramAnswer,
  ProgramCall,
  ProgramValidator,
} from "../../../generators/targets/validation/program.ts";
import type { FileFindings, OwnSubject } from "../../../generators/targets/validation/subject.ts";
import { contentKey } from "../../kept/content-key.ts";
import { engineIdentity } from "../../kept/engine-identity.ts";
import type { Tool } from "../../tools/find-tool.ts";
import type { Known } from "../known.ts";
import { callTogether } from "./call-program.ts";
import { acceptsWrongFiles } from "./refuses-wrong-files.ts";

/** What calls are about: the files of out/, and those that the validator covers. */
export type CallSubject = Pick<OwnSubject, "files" | "paths" | "outFolder">;

/** Asks the program whatever the validator wants to know, until it has made up its mind. */
export async function askProgram(
  validator: ProgramValidator,
  subject: OwnSubject,
  tool: Tool,
  known: Known,
): Promise<FileFindings> {
  const [path = ""] = subject.paths;
  const wrong = await acceptsWrongFiles(validator, subject.outFolder, tool, known);
  if (wrong) return { checked: "nothing", findings: [{ path, ...wrong }] };
  const { defaultTemplates } = tool;
  const questions = validator.validate(subject, {
    defaultTemplates: defaultTemplates === undefined ? undefined : readFileSync(defaultTemplates, "utf8"),
  });
  let step = questions.next([]);
  while (step.done !== true) step = questions.next(await answersTo(step.value, subject, tool, known));
  return step.value;
}

/** The answers to these calls, in their order; each call is made once, and not at all where it is known how it ends. */
export async function answersTo(
  calls: readonly ProgramCall[],
  subject: CallSubject,
  tool: Tool,
  { answers, asked, digestOf }: Known,
): Promise<ProgramAnswer[]> {
  const digest = await digestOf(tool);
  const keyed = calls.map((call) => ({ call, key: callKey(call, subject, { ...tool, digest }) }));
  const fresh = keyed.filter(({ key }) => answers.get(key) === undefined && !asked.has(key));
  const made = callTogether(
    fresh.map(({ call }) => call),
    subject.outFolder,
    tool,
  );
  for (const [index, { key }] of fresh.entries()) {
    const one = made.then((all) => all[index] ?? noAnswer);
    // Whoever asks is told what went wrong; here nobody may have asked yet.
    one.catch(() => {});
    asked.set(key, one);
  }
  return Promise.all(
    keyed.map(async ({ key }) => {
      const kept = answers.get(key);
      if (kept) return { code: 0, ...kept };
      const answer = (await asked.get(key)) ?? noAnswer;
      // What failed is asked again: it may have been the machine.
      if (answer.code === 0) answers.put(key, { stdout: answer.stdout, stderr: answer.stderr });
      return answer;
    }),
  );
}

const noAnswer: ProgramAnswer = { code: 1, stdout: "", stderr: "it was not asked" };

/** Everything that the answer to a call depends on. */
function callKey(
  call: ProgramCall,
  { files, paths, outFolder }: CallSubject,
  { name, version, path, digest }: Tool & { readonly digest: string },
): string {
  const { args, file, folder, input, environment, reads = paths } = call;
  const said = { args, file, folder, input, environment, outFolder };
  const read = reads.flatMap((path) => [path, files[path] ?? ""]);
  return contentKey(engineIdentity(), name, version, path, digest, JSON.stringify(said), ...read);
}
