import { setImmediate as nextTurn } from "node:timers/promises";
import { targets } from "../../generators/targets/index.ts";
import { fixOfStale, problemsAt } from "../../generators/targets/validation/finding.ts";
import type {
  FileFindings,
  OwnSubject,
  ValidationSubject,
} from "../../generators/targets/validation/subject.ts";
import type { Validator } from "../../generators/targets/validation/validator.ts";
import type { Problem } from "../../generators/problem.ts";
import type { Tool, ToolName, ToolSearch } from "../tools/find-tool.ts";
import { nothingKnown, type Known } from "./known.ts";
import { unwatched, type ValidationWatch } from "./progress.ts";
import { askAboutAlerts } from "./runners/alertmanager.ts";
import { lintCompose } from "./runners/compose-lint.ts";
import { askForMessages } from "./runners/messages.ts";
import { askProgram } from "./runners/program.ts";
import { compareWithSchema } from "./runners/schema.ts";
import { libraryValidation, type Library, type Result, type Validation } from "./validation.ts";

/** Looks for several tools: the search for each, by its name. */
export type LookForTools = (names: readonly ToolName[]) => ReadonlyMap<ToolName, Promise<ToolSearch>>;

/** How a validator is run: by a program, or in this process. */
export type Run =
  | { readonly tool: ToolName; readonly start: (subject: OwnSubject, tool: Tool) => Promise<FileFindings> }
  | { readonly library: Library; readonly start: (subject: OwnSubject) => Promise<FileFindings> };

/** How the validator is run. */
export function runOf(validator: Validator, known: Known = nothingKnown()): Run {
  switch (validator.by) {
    case "program":
      return {
        tool: validator.program,
        start: (subject, tool) => askProgram(validator, subject, tool, known),
      };
    case "alertmanager":
      return {
        tool: "alertmanager",
        start: (subject, tool) => askAboutAlerts(validator, subject, tool, known),
      };
    case "messages":
      return {
        tool: "alertmanager",
        start: (subject, tool) => askForMessages(validator, subject, tool, known),
      };
    case "schema":
      return {
        library: "ajv",
        start: (subject: OwnSubject) => compareWithSchema(validator, subject, known.sound),
      };
    case "dclint":
      return {
        library: "dclint",
        start: (subject: OwnSubject) => lintCompose(validator, subject, known.sound),
      };
    case "signalbox":
      return { library: "signalbox", start: async (subject: OwnSubject) => validator.validate(subject) };
  }
}

/** The validators that have something to validate. */
export function busyValidators(
  validators: readonly Validator[],
  subject: Pick<ValidationSubject, "files">,
): Validator[] {
  return validators.filter((validator) => pathsOf(validator, subject).length > 0);
}

function pathsOf({ covers }: Validator, { files }: Pick<ValidationSubject, "files">): string[] {
  return Object.keys(files).filter(covers).sort();
}

/**
 * Runs every validator that has something to validate, all at the same time; each tool is looked for once.
 *
 * @returns the validations in the order of the validators
 */
export async function runValidators(
  validators: readonly Validator[],
  subject: ValidationSubject,
  lookFor: LookForTools,
  watch: ValidationWatch = unwatched,
  howToRun: (validator: Validator) => Run = (validator) => runOf(validator),
): Promise<Validation[]> {
  const busy = busyValidators(validators, subject).map((validator) => ({
    validator,
    run: howToRun(validator),
  }));
  const names = new Set(busy.flatMap(({ run }) => ("tool" in run ? [run.tool] : [])));
  const searches = lookFor([...names]);
  return Promise.all(
    busy.map(async ({ validator, run }) => {
      const starts = () => watch.starts(validator.what);
      const validation = await validationBy(validator, run, subject, searches, starts);
      watch.ends(validation);
      return validation;
    }),
  );
}

async function validationBy(
  validator: Validator,
  run: Run,
  subject: ValidationSubject,
  searches: ReadonlyMap<ToolName, Promise<ToolSearch>>,
  starts: () => void,
): Promise<Validation> {
  const { what } = validator;
  if ("library" in run) {
    // First the tools, which are programs of their own: they run while the libraries keep this one busy.
    await Promise.all(searches.values());
    await nextTurn();
    starts();
    return libraryValidation(what, run.library, await resultOf(validator, subject, run.start));
  }
  const search = await searches.get(run.tool);
  if (!search) throw new Error(`nobody looked for ${run.tool}`);
  if (!search.found) return { what, by: run.tool, result: { missing: search.missing } };
  const { tool } = search;
  starts();
  const result = await resultOf(validator, subject, (own) => run.start(own, tool));
  return { what, by: `${tool.name} ${tool.version}`, result };
}

/** A validator that crashes, as when its tool hangs, is a problem beside the others, and does not end them. */
export async function resultOf(
  validator: Validator,
  subject: ValidationSubject,
  start: (subject: OwnSubject) => Promise<FileFindings>,
): Promise<Result> {
  try {
    const { checked, findings } = await start({ ...subject, paths: pathsOf(validator, subject) });
    return { checked, problems: problemsAt(validator.id, findings, subject) };
  } catch (error) {
    return { checked: "nothing", problems: [crash(validator, subject, error)] };
  }
}

function crash(validator: Validator, { stale }: ValidationSubject, error: unknown): Problem {
  const reason = shortened(error instanceof Error ? error.message : String(error));
  const problem = { check: validator.id, message: `the validator of "${validator.what}" crashed: ${reason}` };
  const [edited] = stale ?? [];
  if (edited !== undefined) return { ...problem, place: { file: `out/${edited}`, line: 1 }, fix: fixOfStale };
  const [target = "…"] = Object.entries(targets).flatMap(([name, { validators }]) =>
    validators.includes(validator) ? [name] : [],
  );
  return {
    ...problem,
    place: { file: `generators/targets/${target}/validators/${validator.id}.ts`, line: 1 },
    fix: "run it again; if it crashes again, report it: it is a mistake of signalbox",
  };
}

/** Without the middle of a long text, such as a command with a hundred files. */
function shortened(text: string): string {
  return text.length > 400 ? `${text.slice(0, 200)} … ${text.slice(-150)}` : text;
}
