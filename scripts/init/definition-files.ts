import type { Files } from "../../generators/output.ts";
import type { Answers } from "./answers.ts";
import { text as quotedText } from "../code/code.ts";
import { leftOpen } from "../code/open-answer.ts";
import { receiversFile } from "./receivers-file.ts";
import { secretsFile, sendsMail } from "./secrets-file.ts";

/** What the project in `examples/starter` answers: where its files have these words, a new project has its own. */
export const starterAnswers: Answers = {
  name: "monitoring",
  organisation: "Harbour Tickets",
  timeZone: "Europe/Berlin",
  onCall: [{ kind: "pagerduty" }, { kind: "slack", address: "#alerts-urgent" }],
  team: [
    { kind: "slack", address: "#alerts" },
    { kind: "email", address: "team@harbour-tickets.internal" },
  ],
  smarthost: "smtp.harbour-tickets.internal:587",
  mailFrom: "alerts@harbour-tickets.internal",
  docsUrl: "https://docs.harbour-tickets.internal/monitoring",
  deadMansSwitch: true,
  ci: "github",
  withSample: true,
};

/**
 * The definitions of a new project: those of the starter, with other answers.
 *
 * @param starter all files of `examples/starter/definitions`, by their paths in the project
 */
export function definitionFiles(answers: Answers, starter: Files): Files {
  const { name, organisation, timeZone } = answers;
  const answered: Readonly<Record<string, (text: string) => string>> = {
    "definitions/platform/receivers.ts": () => receiversFile(answers),
    "definitions/platform/secrets.ts": () => secretsFile(answers),
    "definitions/platform/index.ts": (text) => platformFile(text, answers),
    "definitions/platform/time-intervals.ts": (text) =>
      replaced(text, starterAnswers.timeZone, timeZone ?? leftOpen),
    "definitions/platform/deploy.ts": (text) => replaced(text, starterAnswers.name, name),
    "definitions/platform/monitoring/alerts.ts": (text) =>
      answers.deadMansSwitch === false ? withAllowance(text) : text,
    "definitions/platform/monitoring/service.ts": (text) =>
      replaced(text, starterAnswers.organisation, organisation ?? `${leftOpen}: who looks after it`),
  };
  const files = answers.withSample ? starter : withoutSample(starter);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, answered[path]?.(text) ?? text]),
  );
}

const sample = { folder: "definitions/services/ticket-shop/", constant: "ticketShop" } as const;

/** As a person removes it: a folder, its import and its line. */
function withoutSample(starter: Files): Files {
  const others = Object.entries(starter).filter(([path]) => !path.startsWith(sample.folder));
  const index = "definitions/services/index.ts";
  const lines = starter[index]?.split("\n").filter((line) => !line.includes(sample.constant)) ?? [];
  return { ...Object.fromEntries(others), [index]: lines.join("\n") };
}

function platformFile(text: string, answers: Answers): string {
  const { smarthost = `${leftOpen}:587`, mailFrom = `${leftOpen}@${leftOpen}` } = answers;
  const [mail = ""] = /^ {2}mail: \{\n[^]*?^ {2}\},\n/m.exec(text) ?? [];
  const ownMail = replaced(
    replaced(mail, starterAnswers.smarthost, smarthost),
    starterAnswers.mailFrom,
    mailFrom,
  );
  const docsUrl = answers.docsUrl ?? `https://${leftOpen}/out/docs`;
  return replaced(text, starterAnswers.docsUrl, docsUrl).replace(mail, () =>
    sendsMail(answers) ? ownMail : "",
  );
}

/** Nobody outside listens to the Watchdog, on purpose: the build is told, and tells when that is no longer so. */
function withAllowance(text: string): string {
  const allow =
    '  allow: { "alerts-reach-a-receiver": "no service outside of this stack watches it yet" },\n';
  const allowed = text.replace(
    /^export const Watchdog = alert\(\{\n(?:.*\n)*?(?=\}\);\n)/m,
    (body) => body + allow,
  );
  if (allowed === text) throw new Error("the starter has no Watchdog");
  return allowed;
}

/** With another text in the place of one that stands there, in quotes, at least once. */
function replaced(text: string, from: string | undefined, to: string): string {
  const quoted = quotedText(from ?? "");
  if (!text.includes(quoted)) throw new Error(`the starter says nowhere ${quoted}`);
  return text.replaceAll(quoted, () => quotedText(to));
}
