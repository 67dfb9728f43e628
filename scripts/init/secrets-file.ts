import { notifierTypes } from "../../generators/notifiers/index.ts";
import type { NotifierKind } from "../../generators/language/notifier.ts";
import { chosenKinds, type Answers } from "./answers.ts";
import { call, text } from "../code/code.ts";
import { printStatement } from "../code/print-code.ts";
import { secretsOf, type SecretText } from "./notifier-questions.ts";

const grafanaPassword: SecretText = {
  constant: "grafanaAdminPassword",
  file: "grafana_admin_password",
  purpose: "First password of Grafana's admin; choose one.",
};
const deadMansSwitchUrl: SecretText = {
  constant: "deadMansSwitchUrl",
  file: "dead_mans_switch_url",
  purpose: "Check-in address of a service outside of this stack that calls on-call when the check-ins stop.",
};
const smtpPassword: SecretText = {
  constant: "smtpPassword",
  file: "smtp_password",
  purpose: "Password of the mailbox that notifications are sent from.",
};

/** The secrets that a project with these answers needs, each once. */
export function secretsFor(answers: Pick<Answers, "onCall" | "team" | "deadMansSwitch">): SecretText[] {
  const chosen = new Set<string>(chosenKinds(answers));
  const kinds = Object.keys(notifierTypes).filter((kind): kind is NotifierKind => chosen.has(kind));
  return [
    grafanaPassword,
    ...(answers.deadMansSwitch ? [deadMansSwitchUrl] : []),
    ...kinds.flatMap((kind) => secretsOf(kind).map(([, secret]) => secret)),
    ...(sendsMail(answers) ? [smtpPassword] : []),
  ];
}

/** Whether somebody is notified through the mail server. */
export function sendsMail(answers: Pick<Answers, "onCall" | "team">): boolean {
  return chosenKinds(answers).some((kind) => notifierTypes[kind].usesMail);
}

/** `definitions/platform/secrets.ts`: what each is, and where it is read from. */
export function secretsFile(answers: Pick<Answers, "onCall" | "team" | "deadMansSwitch">): string {
  const constants = secretsFor(answers).map(({ constant, file, purpose }) =>
    printStatement(`export const ${constant} = `, call("secretFile", [text(file), text(purpose)])),
  );
  return `import { secretFile } from "signalbox";

// What each is and where to get it. The secrets themselves are files beside the deployment, and never in git.

${constants.join("")}`;
}
