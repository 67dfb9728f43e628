import { notifierTypes } from "../../generators/notifiers/index.ts";
import type { NotifierKind } from "../../generators/language/notifier.ts";
import { engine } from "../../scripts/engine.ts";
import type { Answers, ChosenNotifier } from "../../scripts/init/answers.ts";
import { starterAnswers } from "../../scripts/init/definition-files.ts";
import { addressOf } from "../../scripts/init/notifier-questions.ts";
import { readStarter } from "../../scripts/init/project-files.ts";

export const starter = readStarter(engine.packageFolder);

const isKind = (word: string): word is NotifierKind => Object.hasOwn(notifierTypes, word);

export const kinds = Object.keys(notifierTypes).filter(isKind);

/** A kind with the example of its address, where it has one. */
export const example = (kind: NotifierKind): ChosenNotifier => ({
  kind,
  address: addressOf(kind)?.[1].example,
});

/** Nobody has said anything but how the project is called. */
export const nothingSaid: Answers = {
  ...{ name: "monitoring", organisation: undefined, timeZone: undefined, onCall: undefined, team: undefined },
  ...{ smarthost: undefined, mailFrom: undefined, docsUrl: undefined, deadMansSwitch: undefined },
  ...{ ci: "github", withSample: true },
};

/** Everything is answered, and everybody is notified by every kind there is. */
export const everyKind: Answers = {
  ...starterAnswers,
  name: "acme-monitoring",
  organisation: 'Acme "Tickets" \\ Söhne ${1}',
  timeZone: "America/Argentina/Buenos_Aires",
  onCall: kinds.map(example),
  team: kinds.map(example),
};
