import { classNames } from "../generators/review/change-class.ts";
import { reviewOf } from "../generators/review/review.ts";
import { withAccepted, type AcceptedReview } from "../generators/review/accepted.ts";
import { comparisonOf } from "../generators/review/comparison.ts";
import { changeKinds } from "../generators/review/kinds/index.ts";
import type { Problem } from "../generators/problem.ts";
import type { KnownSigns } from "../generators/review/order/known-signs.ts";
import { suggestion } from "../generators/text/suggestion.ts";
import { commandOfWord, exitCodes, refuseUse, type ExitCode, say } from "./command-line.ts";
import { acceptedIn } from "./diff/accepted-file.ts";
import { decided, realPrograms } from "./diff/decided.ts";
import { formatNames, formats, isFormat, type Format } from "./diff/formats.ts";
import { kindsText } from "./diff/kinds-text.ts";
import { knownSignsIn } from "./diff/known-signs.ts";
import { projectAndBase, twoFolders, type Taking, type TwoVersions } from "./diff/two-versions.ts";
import { problemList } from "./problem-list.ts";
import { findProject } from "./project/find-project.ts";

interface DiffValues {
  readonly base?: string;
  readonly format?: string;
  readonly kinds?: boolean;
  readonly "fail-on"?: string;
  readonly exposition?: string;
}

export const diffCommand = commandOfWord({
  name: "diff",
  summary: "Says what a change does to the people on call: who is woken, when, and what rests on it.",
  word: "FOLDER",
  wordHelp: `FOLDER is compared with the folder of --base: plain files of Prometheus, Alertmanager and Grafana, without any project. Without it, the
project of the working directory is compared. Plain expressions that changed are evaluated on random series. It exits with 0 also where there are
differences, with 3 where what was seen, or what Alertmanager does, contradicts a claim, and with 10 where there is something of --fail-on.`,
  options: {
    base: {
      type: "string",
      value: "BASE",
      help: "a git ref or a folder; default: where the branch left origin/main or main, or HEAD",
    },
    format: {
      type: "string",
      value: "FORMAT",
      help: "text, markdown, json, or github for annotations of a workflow",
    },
    exposition: {
      type: "string",
      value: "FILE",
      help: "a saved answer of /metrics: which metrics of plain files are counters",
    },
    kinds: { type: "boolean", help: "list the kinds and classes of changes" },
    "fail-on": {
      type: "string",
      value: "NAMES",
      help: "exit with 10 if there are changes of these kinds or classes, such as woken,unknown",
    },
  },
  run: runDiff,
});

async function runDiff(folder: string | undefined, values: DiffValues): Promise<ExitCode> {
  if (values.kinds) return say(kindsText());
  const asked = askedFor(values);
  if ("complaint" in asked) return refuseUse("diff", asked.complaint);
  if (folder !== undefined) {
    const { base } = values;
    if (base === undefined)
      return refuseUse("diff", `Say what ${folder} is compared with: '--base' and a folder.`);
    return compared(folder, () => twoFolders(base, folder), asked);
  }
  const search = await findProject(process.cwd());
  if ("complaint" in search) return complain(search.complaint);
  if ("problems" in search) return refuse(search);
  const { project } = search;
  return compared(project.root, () => projectAndBase(project, values.base), asked);
}

/** What is to be done with a review. */
export interface Asked {
  readonly format: Format;
  readonly failOn: readonly string[];
  readonly signs: KnownSigns;
}

function askedFor({
  format = "text",
  "fail-on": failing = "",
  exposition,
}: DiffValues): Asked | { readonly complaint: string } {
  if (!isFormat(format))
    return { complaint: `There is no format '${format}'${suggestion(format, formatNames)}.` };
  const failOn = failing.split(",").filter((name) => name !== "");
  const wrong = failOn.find((name) => !known.includes(name));
  if (wrong !== undefined)
    return { complaint: `There is no kind or class '${wrong}'${suggestion(wrong, known)}.` };
  const read = knownSignsIn(exposition);
  return "complaint" in read ? read : { format, failOn, signs: read.signs };
}

/**
 * @param folder where it may be said what is accepted
 * @param deciders what is asked of real programs
 */
export async function compared(
  folder: string,
  take: () => Taking | Promise<Taking>,
  asked: Asked,
  deciders = realPrograms,
): Promise<ExitCode> {
  const accepted = acceptedIn(folder);
  if ("problems" in accepted) return refuse(accepted);
  const taking = await take();
  if ("complaint" in taking) return refuseUse("diff", taking.complaint);
  if ("problems" in taking) return refuse(taking);
  const answer = await decided(comparisonOf(taking.base, taking.head, asked.signs), deciders);
  if ("contradictions" in answer) return contradicted(answer.contradictions);
  process.stderr.write(answer.complaints.map((complaint) => `${complaint}\n`).join(""));
  return told(withAccepted(reviewOf(answer.comparison), accepted.acceptances), taking, asked);
}

const known: readonly string[] = [...changeKinds.map(({ id }) => id), ...classNames];

/** Prints it. What was compared stands beside it: where nothing has consequences, one line is all. */
function told(
  review: AcceptedReview,
  { base, head, taken }: TwoVersions,
  { format, failOn }: Asked,
): ExitCode {
  const unread = [...new Set([...base.unread, ...head.unread])].map((line) => `not read: ${line}\n`);
  process.stderr.write(`compared with ${taken}\n${unread.join("")}`);
  process.stdout.write(formats[format](review, taken));
  const isFailing = review.blocks
    .flatMap(({ items }) => items)
    .some(({ kind, class: name }) => failOn.includes(kind) || failOn.includes(name));
  return isFailing ? exitCodes.failOn : exitCodes.success;
}

/** Nothing else is printed: nobody may believe what signalbox itself has seen to be wrong. */
function contradicted(contradictions: readonly string[]): ExitCode {
  const lines = contradictions.map((line) => `${line}\n`).join("");
  process.stderr.write(
    `${lines}This is a mistake of signalbox: please report it, with both versions of the rule, or of Alertmanager's configuration.\n`,
  );
  return exitCodes.contradiction;
}

function complain(complaint: string): ExitCode {
  process.stderr.write(`${complaint}\n`);
  return exitCodes.problem;
}

function refuse({ problems }: { readonly problems: readonly Problem[] }): ExitCode {
  process.stderr.write(problemList(problems, "nothing was compared", process.stderr));
  return exitCodes.problem;
}
