import { existsSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { commandOfWord, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { engine } from "./engine.ts";
import type { Answers } from "./init/answers.ts";
import { askFor } from "./init/ask.ts";
import { flags, givenBy, waysToNotify, type Flags, type Given } from "./init/flags.ts";
import { isAnswered, type NewProject, nextCommands, nextSteps } from "./init/next-steps.ts";
import { planProject } from "./init/plan-project.ts";
import { proposalsFor, type Proposals } from "./init/proposals.ts";
import { jsonText } from "./json-problems.ts";
import { writeAll } from "./project/write-all.ts";

/** Starts a project: a platform, a service to start from, and what belongs around them. */
export const initCommand = commandOfWord({
  name: "init",
  summary: "Starts a project: a platform, a sample service, a workflow for CI and a README.",
  word: "FOLDER",
  wordHelp: `FOLDER is made if it is not there; without it, the project is started in this folder. On a terminal you are asked for what no
option says. Elsewhere that is left open, and the build says where. Nothing that is there is overwritten: package.json, .gitignore and
.gitattributes are completed, and beside a README.md the new one is MONITORING.md. HOW is one of these, or several with commas between them:
${waysToNotify()}`,
  options: {
    ...flags,
    json: { type: "boolean", help: "ask nothing, and say what came of it as JSON, for a program" },
  },
  run: (word, { json = false, ...options }) => guarded(() => init(resolve(word ?? "."), options, json), json),
});

async function init(folder: string, options: Flags, json: boolean): Promise<ExitCode> {
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status && !status.isDirectory()) return refuse(`${folder} is a file: name a folder.`, json);
  const proposals = proposalsFor(folder);
  const given = givenBy(options, proposals.repository);
  if (typeof given === "string") return refuseUse("init", given);
  if (json || !isTerminal()) return start(folder, leftOpen(given, proposals), json);
  // Before anybody answers ten questions for nothing.
  const early = planProject(folder, leftOpen({ ...given, ci: given.ci ?? "none" }, proposals), running);
  if ("complaint" in early) return refuse(early.complaint);
  const answers = await ask(given, proposals);
  return answers === undefined ? refuse("Nothing was written.") : start(folder, answers);
}

const running = { packageFolder: engine.packageFolder, version: engine.versionOf("signalbox") };

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Undefined: whoever was asked does not want it any more. */
async function ask(given: Given, proposals: Proposals): Promise<Answers | undefined> {
  // Loaded only now: without a terminal there is nobody to ask.
  const { personAtTerminal, withFrame, Cancelled } = await import("./init/terminal.ts");
  try {
    return await withFrame("A new project", () => askFor(given, proposals, personAtTerminal));
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}

/** The answers where nobody can be asked. */
function leftOpen(given: Given, { name }: Proposals): Answers {
  const { organisation, timeZone, onCall, team, smarthost, mailFrom, docsUrl, deadMansSwitch } = given;
  return {
    ...{ organisation, timeZone, onCall, team, smarthost, mailFrom, docsUrl, deadMansSwitch },
    name: given.name ?? name,
    ci: given.ci ?? "github",
    withSample: given.withSample ?? true,
  };
}

function start(folder: string, answers: Answers, json = false): ExitCode {
  const plan = planProject(folder, answers, running);
  if ("complaint" in plan) return refuse(plan.complaint, json);
  const failure = writeAll(folder, plan.files);
  if (failure !== undefined) return refuse(`Nothing was written: ${failure}`, json);
  const made = {
    answers,
    folder: shortest(relative(process.cwd(), folder), folder),
    fileCount: Object.keys(plan.files).length,
    isInstalled: existsSync(join(folder, "node_modules/signalbox")),
    readme: plan.readme,
    remarks: plan.remarks,
  };
  process.stdout.write(json ? jsonText(asData(made, Object.keys(plan.files).sort())) : nextSteps(made));
  return exitCodes.success;
}

function asData(made: NewProject, files: readonly string[]) {
  const { answers, folder, readme, remarks } = made;
  const next = nextCommands(made);
  return {
    outcome: "written",
    folder,
    files,
    next,
    isAnswered: isAnswered(answers),
    readme,
    remarks,
    problems: [],
  };
}

/** As a person would type it: nobody counts five folders upwards. */
function shortest(from: string, absolute: string): string {
  return from.length < absolute.length ? from : absolute;
}

function refuse(text: string, json = false): ExitCode {
  if (json) process.stdout.write(jsonText({ outcome: "refused", reason: text, problems: [] }));
  else process.stderr.write(`${text}\n`);
  return exitCodes.problem;
}

/** What the file system refuses is said in a line. */
async function guarded(run: () => Promise<ExitCode>, json: boolean): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    return refuse(`Nothing was written: ${error.message}`, json);
  }
}
