import type { NotifierKind } from "../../generators/language/notifier.ts";
import { notifierTypes } from "../../generators/notifiers/index.ts";
import { chosenKinds, type Answers, type ChosenNotifier } from "./answers.ts";
import { type Code, list, named, object, text } from "../code/code.ts";
import { printImport } from "../code/imports.ts";
import { printStatement } from "../code/print-code.ts";
import { openAnswer } from "../code/open-answer.ts";
import { addressOf, secretsOf } from "./notifier-questions.ts";

type Notified = Pick<Answers, "onCall" | "team" | "deadMansSwitch">;

interface WrittenReceiver {
  readonly constant: string;
  readonly name: string;
  readonly description: string;
  readonly notifiers: readonly Code[];
  /** Whatever arrives at a dead man's switch is a sign of life, and that the Watchdog is over is none. */
  readonly sendResolved?: false;
}

/** `definitions/platform/receivers.ts`: who is notified, and how. */
export function receiversFile(notified: Notified): string {
  const receivers = [onCall(notified), team(notified), deadMansSwitch(notified)];
  const body = receivers.map(receiverCode).join("\n");
  const kinds = chosenKinds(notified).map((kind) => notifierTypes[kind].word);
  const webhook = notified.deadMansSwitch ? ["webhook"] : [];
  const words = [...new Set(["receiver", ...kinds, ...webhook])];
  const imports = printImport("signalbox", words);
  const secrets = body.includes("secrets.") ? 'import * as secrets from "./secrets.ts";\n' : "";
  const isOpen = notified.onCall === undefined || notified.team === undefined;
  return `${imports}${secrets}\n${isOpen ? exampleFor(notified, words) : ""}${body}`;
}

/** What a person writes for a receiver that is left open, whole: with the imports, and the secret in its own file. */
function exampleFor(notified: Notified, words: readonly string[]): string {
  const [[, secret] = []] = secretsOf("slack");
  if (secret === undefined) throw new Error("Slack has a secret");
  const isThere = chosenKinds(notified).includes("slack");
  const { constant, file, purpose } = secret;
  const lines = [
    printImport("signalbox", [...new Set([...words, notifierTypes.slack.word])]).trimEnd(),
    'import * as secrets from "./secrets.ts";',
    `  notifiers: [slack({ webhookUrl: secrets.${constant}, channel: "#alerts" })],`,
  ];
  const secretLine = `export const ${constant} = secretFile(${text(file)}, ${text(purpose)});`;
  return `// How somebody is notified, such as in Slack: this in place of the imports, and of \`notifiers\` of the receiver.
${lines
  .flatMap((line) => line.split("\n"))
  .map((line) => `//   ${line}`)
  .join("\n")}
${isThere ? "" : `// And in secrets.ts:\n//   ${secretLine}\n`}
`;
}

function onCall({ onCall: chosen }: Notified): WrittenReceiver {
  return {
    constant: "onCall",
    name: "on-call",
    description: described(chosen, "Whoever is on call, day and night."),
    notifiers: notifiersCode(chosen),
  };
}

function team({ team: chosen }: Notified): WrittenReceiver {
  return {
    constant: "team",
    name: "team",
    description: described(chosen, "The team, in business hours."),
    notifiers: notifiersCode(chosen),
  };
}

function deadMansSwitch({ deadMansSwitch: wanted }: Notified): WrittenReceiver {
  const texts = {
    yes: "A service outside of this stack that calls on-call when the Watchdog goes quiet.",
    no: "Nobody: no service outside of this stack notices when the Watchdog goes quiet.",
    open: `${openAnswer("which service outside of this stack notices when the Watchdog goes quiet, or does none?")}`,
  };
  return {
    constant: "deadMansSwitch",
    name: "dead-mans-switch",
    description: texts[wanted === undefined ? "open" : wanted ? "yes" : "no"],
    notifiers: wanted ? [object("webhook", [{ key: "url", value: "secrets.deadMansSwitchUrl" }])] : [],
    sendResolved: false,
  };
}

function described(chosen: readonly ChosenNotifier[] | undefined, description: string): string {
  return chosen === undefined ? `${openAnswer("how are they notified?")} ${description}` : description;
}

function notifiersCode(chosen: readonly ChosenNotifier[] = []): Code[] {
  return chosen.map((notifier) => notifierCode(notifier.kind, notifier.address));
}

function notifierCode(kind: NotifierKind, answered: string | undefined): Code {
  const secrets = secretsOf(kind).map(([option, { constant }]) => ({
    key: option,
    value: `secrets.${constant}`,
  }));
  const question = addressOf(kind);
  const address = question?.[1];
  const value = answered === undefined ? address?.open : address?.read(answered);
  const options =
    question && value !== undefined
      ? [{ key: question[0], value: typeof value === "number" ? String(value) : text(value) }]
      : [];
  return object(notifierTypes[kind].word, [...secrets, ...options]);
}

function receiverCode({ constant, name, description, notifiers, sendResolved }: WrittenReceiver): string {
  const code = named("receiver", name, [
    { key: "description", value: text(description) },
    { key: "notifiers", value: list(notifiers) },
    ...(sendResolved === false ? [{ key: "sendResolved", value: "false" }] : []),
  ]);
  return printStatement(`export const ${constant} = `, code);
}
