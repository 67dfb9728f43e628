import { command, exitCodes, type ExitCode, type OptionValues } from "./command-line.ts";
import { complaintAbout, newOptions, type Kind, kindIn, optionsOf } from "./new/new-options.ts";
import type { KnownProject, Refused } from "./new/known-project.ts";
import type { Planned } from "./new/planned.ts";
import { newAlert } from "./new/alert/new-alert.ts";
import { newDashboard } from "./new/dashboard/new-dashboard.ts";
import { newSlo } from "./new/slo/new-slo.ts";
import { newService } from "./new/service/new-service.ts";
import { writeFiles } from "./new/written-files.ts";
import { jsonProblems, jsonText } from "./json-problems.ts";
import { problemList } from "./problem-list.ts";
import { loadDefinitions } from "./project/load-definitions.ts";
import type { Project } from "./project/project.ts";

/** Writes a service, an alert, a dashboard or an SLO into the definitions. */
export const newCommand = command({
  name: "new",
  summary:
    "Writes a new service, alert, dashboard or SLO into the definitions, and says what is still to be answered.",
  words: "<service|alert|dashboard|slo> <name>",
  options: newOptions,
  optionsFor: optionsOf,
  complaint: complaintAbout,
  run: writeNew,
});

type Options = OptionValues<typeof newOptions>;

const plans: Readonly<
  Record<Kind, (name: string, options: Options, known: KnownProject) => Promise<Planned | Refused>>
> = {
  service: (name, { "token-file": tokenFile, ...wishes }, known) =>
    newService(name, { ...wishes, tokenFile }, known),
  alert: newAlert,
  dashboard: newDashboard,
  slo: newSlo,
};

async function writeNew(options: Options, project: Project, words: readonly string[]): Promise<ExitCode> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) {
    if (options.json) process.stdout.write(jsonProblems(loaded.problems));
    else process.stderr.write(problemList(loaded.problems, "nothing was written", process.stderr));
    return exitCodes.problem;
  }
  const [kind, name = ""] = words;
  const plan = await plans[kindIn(kind)](name, options, { project, definitions: loaded.definitions });
  if ("refused" in plan) return refuse(plan.refused, options);
  const failure = writeFiles(project.root, plan.files);
  if (failure !== undefined) return refuse(failure, options);
  process.stdout.write(options.json ? jsonText(asData(plan)) : report(plan));
  return exitCodes.success;
}

function refuse(reason: string, { json = false }: Options): ExitCode {
  if (json) process.stdout.write(jsonText({ outcome: "refused", reason, problems: [] }));
  else process.stderr.write(`${reason}\nNothing was written.\n`);
  return exitCodes.problem;
}

/** What is still to be answered stands in the notes. */
function asData({ files, notes }: Planned) {
  return { outcome: "written", files: files.map(({ kind, path }) => ({ kind, path })), notes, problems: [] };
}

function report({ files, notes }: Planned): string {
  const lines = files.map(({ kind, path }) => `  ${kind.padEnd("changed".length)}  ${path}\n`);
  return `${lines.join("")}\n${notes.map((note) => `${note}\n`).join("")}`;
}
