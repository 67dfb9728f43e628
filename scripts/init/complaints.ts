import { docsUrlOfOtherRepository } from "../../generators/checks/texts/docs-url-is-of-this-project.ts";
import type { NotifierKind } from "../../generators/language/notifier.ts";
import { secretFile } from "../../generators/language/secret.ts";
import { notifierTypes } from "../../generators/notifiers/index.ts";
import { hostAndPort } from "../../generators/shape-values.ts";
import { isTimeZone, timeZoneFix } from "../../generators/text/time-zone.ts";
import { placeholderIn } from "../../generators/checks/reading/placeholder.ts";
import { addressOf, secretsOf } from "./notifier-questions.ts";

// What is wrong with an answer, as a sentence without a full stop; undefined: nothing. A terminal and an option complain alike.

export type Complaint = (text: string) => string | undefined;

export const nameComplaint: Complaint = (text) =>
  /^[a-z][a-z0-9-]{0,62}$/.test(text)
    ? undefined
    : "use lower-case letters, digits and -, starting with a letter";

export const organisationComplaint: Complaint = (text) =>
  /^[^\p{Cc}\u2028\u2029]+$/u.test(text) ? notForExamples(text) : "write its name, on one line";

export const timeZoneComplaint: Complaint = (text) => (isTimeZone(text) ? undefined : timeZoneFix(text));

export const smarthostComplaint: Complaint = (text) =>
  hostAndPort.safeParse(text).success ? notForExamples(text) : "write host:port, such as smtp.acme.io:587";

export const mailFromComplaint: Complaint = (text) => addressComplaint("email")(text);

/** @param repository what package.json says, if there is one */
export const docsUrlComplaint =
  (repository: string | undefined): Complaint =>
  (text) => {
    if (!/^https:\/\/[^\s/]/.test(text) || !URL.canParse(text)) {
      return "write an address that starts with https://";
    }
    const other = docsUrlOfOtherRepository(text, repository);
    return other === undefined
      ? notForExamples(text)
      : `write an address of this project's repository: ${other.what}`;
  };

/** Of the channel, the recipient or the chat of a notifier: what its kind itself accepts. */
export const addressComplaint =
  (kind: NotifierKind): Complaint =>
  (text) => {
    const question = addressOf(kind);
    if (question === undefined) return undefined;
    const [option, { read, what }] = question;
    const secrets = secretsOf(kind).map(([name, { file, purpose }]) => [name, secretFile(file, purpose)]);
    const options = { ...Object.fromEntries(secrets), [option]: read(text) };
    const issue = notifierTypes[kind].shape.safeParse(options).error?.issues[0];
    if (!issue) return notForExamples(text);
    return issue.code === "custom" && issue.params ? String(issue.params["fix"]) : `write ${what}`;
  };

/** What the build would refuse. */
const notForExamples: Complaint = (text) => {
  const found = placeholderIn(text, "fact")?.found;
  return found === undefined ? undefined : `write the real one: the build refuses ${found}`;
};
