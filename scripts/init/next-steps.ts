import { addressOf } from "./notifier-questions.ts";
import { sendsMail } from "./secrets-file.ts";
import type { Answers } from "./answers.ts";

export interface NewProject {
  readonly answers: Answers;
  /** The folder, seen from the one that the command was started in; "" where it is that one. */
  readonly folder: string;
  readonly fileCount: number;
  /** Whether signalbox is in the project's node_modules already. */
  readonly isInstalled: boolean;
  /** Where it stands what to change before the first deployment. */
  readonly readme: string;
  /** What else a person should know, a line each. */
  readonly remarks: readonly string[];
}

/** What comes next, for a person and for a program. */
export function nextCommands({ answers, folder, isInstalled }: NewProject): string[] {
  const alert = answers.withSample ? "TicketShopFailing" : "TargetDown";
  return [
    ...(folder === "" ? [] : [`cd ${inShell(folder)}`]),
    ...(isInstalled ? [] : ["npm install"]),
    "npx signalbox build",
    "npx signalbox validate",
    `npx signalbox up --speed 60 --any-hour --fire ${alert}`,
  ];
}

/** What was made, and the commands that come next. */
export function nextSteps(project: NewProject): string {
  const { answers, folder, fileCount, readme, remarks } = project;
  const commands = nextCommands(project);
  const open = isAnswered(answers) ? "" : "Some answers are left open: the build says where.\n\n";
  return `A new project${folder === "" ? "" : ` in ${folder}`}: ${fileCount} files. Next:

${commands.map((command) => `  ${command}`).join("\n")}

${open}${remarks.length === 0 ? "" : `${remarks.join("\n")}\n\n`}${readme} says what to change before the first deployment.
`;
}

/** Whether nothing is left for the build to ask. */
export function isAnswered(answers: Answers): boolean {
  const { organisation, timeZone, onCall, team, deadMansSwitch, docsUrl, smarthost, mailFrom } = answers;
  const addresses = [...(onCall ?? []), ...(team ?? [])].filter(({ kind }) => addressOf(kind));
  const mail = sendsMail(answers) ? [smarthost, mailFrom] : [];
  return [organisation, timeZone, onCall, team, deadMansSwitch, docsUrl, ...mail]
    .concat(addresses.map(({ address }) => address))
    .every((answer) => answer !== undefined);
}

/** A path as a shell reads it. */
function inShell(path: string): string {
  if (/^[\w./\\:-]+$/.test(path)) return path;
  return /["$`\\]/.test(path) ? `'${path.replaceAll("'", `'\\''`)}'` : `"${path}"`;
}
