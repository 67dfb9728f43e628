import type { NotifierKind } from "../../generators/language/notifier.ts";
import { notifierTypes } from "../../generators/notifiers/index.ts";
import { chosenKinds, type Answers, type ChosenNotifier } from "./answers.ts";
import { type Code, list, named, object, text } from "../code/code.ts";
import { printImport } from "../code/imports.ts";
import { printStatement } from "../code/print-code.ts";
import { leftOpen } from "../code/open-answer.ts";
import { addressOf, secretsOf } from "./notifier-questions.ts";

type Notified = Pick<Answers, "onCall" | "team" | "deadMansSwitch">;

interface WrittenReceiver {
  readonly constant: string;
  readonly name: string;
  readonly description: string;
  readonly notifiers: readonly Code[];
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
  return `${imports}${secrets}\n${body}`;
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
    open: `${leftOpen}: a service outside of this stack that notices when the Watchdog goes quiet, or nobody`,
  };
  return {
    constant: "deadMansSwitch",
    name: "dead-mans-switch",
    description: texts[wanted === undefined ? "open" : wanted ? "yes" : "no"],
    notifiers: wanted ? [object("webhook", [{ key: "url", value: "secrets.deadMansSwitchUrl" }])] : [],
  };
}

function described(chosen: readonly ChosenNotifier[] | undefined, description: string): string {
  return chosen === undefined ? `${leftOpen}: add how to notify them. ${description}` : description;
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

function receiverCode({ constant, name, description, notifiers }: WrittenReceiver): string {
  const code = named("receiver", name, [
    { key: "description", value: text(description) },
    { key: "notifiers", value: list(notifiers) },
  ]);
  return printStatement(`export const ${constant} = `, code);
}
