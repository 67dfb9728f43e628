import type { NotifierKind } from "../../generators/language/notifier.ts";
import { notifierTypes } from "../../generators/notifiers/index.ts";
import { ciKinds, type Answers, type ChosenNotifier, type CiKind } from "./answers.ts";
import * as complaints from "./complaints.ts";
import type { Complaint } from "./complaints.ts";
import type { Given } from "./flags.ts";
import { addressOf, notifierQuestions } from "./notifier-questions.ts";
import type { Proposals } from "./proposals.ts";
import { sendsMail } from "./secrets-file.ts";

/** A question that is answered with a line of text. */
export interface TextQuestion {
  readonly message: string;
  /** What Enter answers; whatever is typed takes its place. */
  readonly proposed?: string | undefined;
  /** Shown where nothing is proposed. */
  readonly example?: string;
  readonly complaint: Complaint;
}

export interface Choice<V> {
  readonly value: V;
  readonly label: string;
}

/** Whoever answers. Every answer but a choice may be left open, with nothing written. */
export interface Person {
  readonly text: (question: TextQuestion) => Promise<string | undefined>;
  readonly yesOrNo: (message: string) => Promise<boolean>;
  readonly one: <V extends string>(message: string, choices: readonly Choice<V>[]) => Promise<V>;
  /** None: left open. */
  readonly several: <V extends string>(
    message: string,
    choices: readonly Choice<V>[],
  ) => Promise<readonly V[]>;
}

/** All answers: those that are given, and for each other one a question. */
export async function askFor(given: Given, proposed: Proposals, person: Person): Promise<Answers> {
  const name = given.name ?? (await person.text(questions.name(proposed)));
  const organisation = given.organisation ?? (await person.text(questions.organisation));
  const timeZone = given.timeZone ?? (await person.text(questions.timeZone(proposed)));
  const onCall = await notifiers(
    given.onCall,
    "How is whoever is on call notified? (none: leave open)",
    person,
  );
  const team = await notifiers(given.team, "And the team, in business hours? (none: leave open)", person);
  const mails = sendsMail({ onCall, team });
  const smarthost = given.smarthost ?? (mails ? await person.text(questions.smarthost) : undefined);
  const mailFrom = given.mailFrom ?? (mails ? await person.text(questions.mailFrom) : undefined);
  const deadMansSwitch = given.deadMansSwitch ?? (await person.yesOrNo(watchedFromOutside));
  const docsUrl = given.docsUrl ?? (await person.text(questions.docsUrl(proposed)));
  const ci = given.ci ?? (await person.one("Whose workflow checks each change?", ciChoices));
  return {
    ...{ name: name ?? proposed.name, organisation, timeZone, onCall, team, smarthost, mailFrom },
    ...{ deadMansSwitch, docsUrl: docsUrl?.replace(/\/+$/, ""), ci, withSample: given.withSample ?? true },
  };
}

const watchedFromOutside = "Will a service outside call you when the monitoring stops?";

const questions = {
  name: ({ name }: Proposals): TextQuestion => ({
    message: "What is the project called?",
    proposed: name,
    complaint: complaints.nameComplaint,
  }),
  organisation: {
    message: "Whose monitoring is it? (organisation, or team)",
    example: "Acme",
    complaint: complaints.organisationComplaint,
  },
  timeZone: ({ timeZone }: Proposals): TextQuestion => ({
    message: "In which time zone are your business hours?",
    proposed: timeZone,
    complaint: complaints.timeZoneComplaint,
  }),
  smarthost: {
    message: "Which mail server sends e-mail?",
    example: "smtp.acme.io:587",
    complaint: complaints.smarthostComplaint,
  },
  mailFrom: {
    message: "Who sends it, and signs in to the mail server?",
    example: "alerts@acme.io",
    complaint: complaints.mailFromComplaint,
  },
  docsUrl: ({ docsUrl, repository }: Proposals): TextQuestion => ({
    message: "Where will people read out/docs/, which notifications link to?",
    proposed: docsUrl,
    example: "https://github.com/acme/monitoring/blob/main/out/docs",
    complaint: complaints.docsUrlComplaint(repository),
  }),
} as const;

const ciTitles: { readonly [K in CiKind]: string } = { github: "GitHub", gitlab: "GitLab", none: "None yet" };
const ciChoices: readonly Choice<CiKind>[] = ciKinds.map((value) => ({ value, label: ciTitles[value] }));

const kindChoices: readonly Choice<NotifierKind>[] = Object.keys(notifierTypes)
  .filter((kind): kind is NotifierKind => Object.hasOwn(notifierQuestions, kind))
  .map((value) => ({ value, label: notifierQuestions[value].title }));

/** By what somebody is notified; then, of each that has one and is not given it, the address. */
async function notifiers(
  given: readonly ChosenNotifier[] | undefined,
  message: string,
  person: Person,
): Promise<readonly ChosenNotifier[] | undefined> {
  const chosen = given ?? (await person.several(message, kindChoices)).map((kind) => ({ kind }));
  const answered: ChosenNotifier[] = [];
  for (const notifier of chosen) answered.push(await withAddress(notifier, person));
  return answered.length > 0 ? answered : undefined;
}

async function withAddress(notifier: ChosenNotifier, person: Person): Promise<ChosenNotifier> {
  const question = addressOf(notifier.kind)?.[1];
  if (question === undefined || notifier.address !== undefined) return notifier;
  const { title } = notifierQuestions[notifier.kind];
  const complaint = complaints.addressComplaint(notifier.kind);
  const message = `${title}: ${question.what}`;
  return { ...notifier, address: await person.text({ message, example: question.example, complaint }) };
}
