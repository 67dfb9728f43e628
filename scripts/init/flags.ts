import type { NotifierKind } from "../../generators/language/notifier.ts";
import { notifierTypes } from "../../generators/notifiers/index.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import type { CommandOption, OptionValues } from "../command-line.ts";
import { chosenKinds, ciKinds, type Answers, type ChosenNotifier } from "./answers.ts";
import * as complaints from "./complaints.ts";
import type { Complaint } from "./complaints.ts";
import { addressOf } from "./notifier-questions.ts";
import { sendsMail } from "./secrets-file.ts";

const notifiersHelp = "see HOW above";

/** The options of `init`: an answer each. */
export const flags = {
  name: { type: "string", value: "NAME", help: "of the project; default: that of the folder" },
  organisation: { type: "string", value: "NAME", help: "who looks after what is monitored" },
  "time-zone": { type: "string", value: "ZONE", help: "of the business hours, such as Europe/Berlin" },
  "on-call": { type: "string", value: "HOW,…", help: `how whoever is on call is notified: ${notifiersHelp}` },
  team: { type: "string", value: "HOW,…", help: "how the team is notified, in business hours" },
  smtp: { type: "string", value: "HOST:PORT", help: "the mail server, for e-mail" },
  "mail-from": {
    type: "string",
    value: "ADDRESS",
    help: "who sends e-mail, and signs in to the mail server",
  },
  "docs-url": { type: "string", value: "URL", help: "where people will read out/docs/" },
  "dead-mans-switch": {
    type: "string",
    value: "yes|no",
    help: "whether a service outside notices when the monitoring itself stops",
  },
  ci: {
    type: "string",
    value: ciKinds.join("|"),
    help: "whose workflow checks each change; default: github",
  },
  empty: { type: "boolean", help: "without the sample service" },
} as const satisfies Readonly<Record<string, CommandOption>>;

export type Flags = OptionValues<typeof flags>;

/** What options said; undefined is not said yet. */
export type Given = { readonly [Key in keyof Answers]?: Answers[Key] | undefined };

/** Every way to notify, as an option gives it: `slack:#alerts`. */
export function waysToNotify(): string {
  return kinds
    .map((kind) => {
      const example = addressOf(kind)?.[1].example;
      return example === undefined ? kind : `${kind}:${example}`;
    })
    .join(", ");
}

/** The answers that options give, or all that is wrong with them, a line each. */
export function givenBy(values: Flags, repository: string | undefined): Given | string {
  const onCall = notifiersIn("on-call", values["on-call"]);
  const team = notifiersIn("team", values.team);
  const wrong = [
    complaint("name", values.name, complaints.nameComplaint),
    complaint("organisation", values.organisation, complaints.organisationComplaint),
    complaint("time-zone", values["time-zone"], complaints.timeZoneComplaint),
    ...[onCall, team],
    complaint("smtp", values.smtp, complaints.smarthostComplaint),
    complaint("mail-from", values["mail-from"], complaints.mailFromComplaint),
    complaint("docs-url", values["docs-url"], complaints.docsUrlComplaint(repository)),
    complaint("dead-mans-switch", values["dead-mans-switch"], oneOf(["yes", "no"])),
    complaint("ci", values.ci, oneOf(ciKinds)),
  ].filter((one) => typeof one === "string");
  if (wrong.length > 0) return wrong.join("\n");
  const given: Given = {
    name: values.name,
    organisation: values.organisation,
    timeZone: values["time-zone"],
    onCall: typeof onCall === "string" ? undefined : onCall,
    team: typeof team === "string" ? undefined : team,
    smarthost: values.smtp,
    mailFrom: values["mail-from"],
    docsUrl: values["docs-url"]?.replace(/\/+$/, ""),
    deadMansSwitch:
      values["dead-mans-switch"] === undefined ? undefined : values["dead-mans-switch"] === "yes",
    ci: ciKinds.find((kind) => kind === values.ci),
    withSample: values.empty !== true,
  };
  return mailWithoutReader(given) ?? given;
}

function complaint(flag: keyof Flags, text: string | undefined, of: Complaint): string | undefined {
  const why = text === undefined ? undefined : of(text);
  return why === undefined ? undefined : `--${flag} ${text}: ${why}.`;
}

const oneOf =
  (words: readonly string[]): Complaint =>
  (text) =>
    words.includes(text) ? undefined : `write ${words.join(" or ")}${suggestion(text, words)}`;

const kinds: readonly NotifierKind[] = Object.keys(notifierTypes).filter(isKind);

function isKind(word: string): word is NotifierKind {
  return Object.hasOwn(notifierTypes, word);
}

function notifiersIn(
  flag: keyof Flags,
  text: string | undefined,
): readonly ChosenNotifier[] | string | undefined {
  if (text === undefined) return undefined;
  const read = text.split(",").map((one) => notifierIn(one.trim()));
  const wrong = read.find((one) => typeof one === "string");
  return wrong === undefined ? read.filter((one) => typeof one !== "string") : `--${flag} ${text}: ${wrong}.`;
}

function notifierIn(text: string): ChosenNotifier | string {
  const [, kind = "", address] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  if (!isKind(kind)) {
    if (kind.includes("@")) return `write email before each address: email:${kind}`;
    return `there is no notifier '${kind}'${suggestion(kind, kinds)}; there are ${kinds.join(", ")}`;
  }
  if (address === undefined) return { kind };
  if (addressOf(kind) === undefined) return `${kind} takes no address: what it needs is a secret file`;
  return complaints.addressComplaint(kind)(address) ?? { kind, address };
}

function mailWithoutReader({ smarthost, mailFrom, onCall, team }: Given): string | undefined {
  if (!onCall || !team || sendsMail({ onCall, team })) return undefined;
  const flag = smarthost !== undefined ? "--smtp" : mailFrom !== undefined ? "--mail-from" : undefined;
  if (flag === undefined) return undefined;
  const notified = chosenKinds({ onCall, team }).join(", ");
  return `${flag} is for e-mail, but those who are notified are notified by ${notified}.`;
}
