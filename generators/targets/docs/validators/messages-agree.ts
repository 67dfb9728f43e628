import type { NotifierKind } from "../../../language/notifier.ts";
import type { Receiver } from "../../../language/routing.ts";
import type { Model } from "../../../model/model.ts";
import { fixedLabels } from "../../../model/rule-ids.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import type { Message } from "../../../notifiers/message-of.ts";
import { endsAt, startsAt } from "../../../notifiers/notification.ts";
import { notifierLabel, notifiersInOrder } from "../../../notifiers/of-receivers.ts";
import { firedAs, receiversOf } from "../../../routing/receivers-of.ts";
import { fileNameOf } from "../../../rule-tests/rule-test.ts";
import type { ExpectedAlert } from "../../../rule-tests/test-file.ts";
import { escapeMarkdown } from "../../../text/markdown.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import type { AskedAlert, LabelSet, MessagesValidator, SentMessage } from "../../validation/program.ts";
import { readAlways, type OwnSubject } from "../../validation/subject.ts";
import { entriesAt, itemsAt } from "../../validation/untyped-data.ts";
import { messagesTitle } from "../messages/message-page.ts";
import { messagesFolder, messagesPath } from "../messages/messages.ts";
import { readMessages, type ReadMessages } from "../validation/read-messages.ts";

/**
 * Whether Alertmanager sends to the letter what the pages say. What the alert carries is read from its rule test, which promtool has
 * proven; who is notified of it is asked elsewhere.
 */
export const messagesAgree: MessagesValidator = {
  id: "messages-agree",
  what: "messages as they are read",
  by: "messages",
  covers: (path) => path.startsWith(messagesFolder),
  asked: (subject) => subject.model.alerts.flatMap((alert) => askedAbout(alert, subject)),
  findings(asked, sent, { model }) {
    const alert = model.alerts.find((one) => firesAs(one, asked.labels));
    const path = messagesPath(alert?.name ?? asked.labels["alertname"] ?? "");
    const place = alert?.place;
    return wrongIn(asked, sent, model).map(({ line, message }) => ({ path, line, place, message }));
  },
};

/** Several alerts may have one name: their labels, but for those that are filled in, tell them apart. */
function firesAs({ alertname, labels }: AlertModel, asked: LabelSet): boolean {
  const own = Object.entries(fixedLabels(labels));
  return asked["alertname"] === alertname && own.every(([label, value]) => asked[label] === value);
}

function askedAbout(
  alert: AlertModel,
  { files, model: { platform }, reading = readAlways, parse = parseFile }: OwnSubject,
): AskedAlert[] {
  const path = `prometheus/tests/${fileNameOf(alert)}.test.yml`;
  const test = files[path];
  // It is long, and all that counts of it is a few lines.
  const expected =
    test === undefined
      ? undefined
      : expectedIn(reading([messagesAgree.id, test], () => firstFiring(parse(path, test).data)));
  if (!expected) return [];
  const fired = firedAs(alert.alertname, expected, platform.prometheus);
  const receivers = receiversOf(fired, platform).map(({ name }) => name);
  if (receivers.length === 0) return [];
  const externalUrl = platform.externalUrls.alertmanager;
  const beside = files[messagesPath(alert.name)] ?? "";
  return [{ ...fired, startsAt, endsAt, externalUrl, receivers, beside }];
}

/** What its rule test expects the first time that the alert fires, in JSON; null where it never does. */
function firstFiring(data: unknown): string {
  const moments = itemsAt(data, "tests").flatMap((one) => itemsAt(one, "alert_rule_test"));
  const [first = null] = moments.flatMap((moment) => itemsAt(moment, "exp_alerts"));
  return JSON.stringify(first);
}

function expectedIn(firing: string): ExpectedAlert | undefined {
  const first: unknown = JSON.parse(firing);
  return first === null
    ? undefined
    : { exp_labels: textsAt(first, "exp_labels"), exp_annotations: textsAt(first, "exp_annotations") };
}

function textsAt(data: unknown, key: string): LabelSet {
  return Object.fromEntries(entriesAt(data, key).map(([name, text]) => [name, String(text)]));
}

type Wrong = Pick<FileFinding, "line" | "message">;

function wrongIn(asked: AskedAlert, sent: readonly SentMessage[], { platform }: Model): Wrong[] {
  const said = readMessages(asked.beside);
  const meant = receiversOf(asked, platform).flatMap(sectionsOf);
  const titles = new Set(meant.map(({ title }) => title));
  return [
    ...said
      .filter(({ title }) => !titles.has(title))
      .map(({ title, line }) => ({ line, message: `"${title}" is sent nothing of it` })),
    ...meant.flatMap((section) => wrongInSection(section, said, sent)),
  ];
}

/** What a page must have of a receiver. */
interface Section {
  readonly title: string;
  readonly receiver: string;
  readonly kind: NotifierKind;
  readonly saysTheEnd: boolean;
}

function sectionsOf(receiver: Receiver): Section[] {
  return notifiersInOrder(receiver).map((notifier) => ({
    title: escapeMarkdown(messagesTitle(receiver.name, notifierLabel(notifier))),
    receiver: receiver.name,
    kind: notifier.kind,
    saysTheEnd: receiver.sendResolved !== false,
  }));
}

function wrongInSection(
  section: Section,
  said: readonly ReadMessages[],
  sent: readonly SentMessage[],
): Wrong[] {
  const own = said.find(({ title }) => title === section.title);
  if (!own) return [{ line: 1, message: `it does not say what "${section.title}" is sent` }];
  const compare = (state: SentMessage["state"], message: Message) =>
    differences(message, sentBy(section, state, sent)).map((difference) => ({
      line: own.line,
      message: `"${own.title}" is sent something else when it is ${state}: ${difference}`,
    }));
  if ((own.resolved !== undefined) !== section.saysTheEnd)
    return [
      {
        line: own.line,
        message: `"${own.title}" ${section.saysTheEnd ? "is" : "is not"} told when it is over`,
      },
    ];
  return [...compare("firing", own.firing), ...(own.resolved ? compare("resolved", own.resolved) : [])];
}

function sentBy({ receiver, kind }: Section, state: SentMessage["state"], sent: readonly SentMessage[]) {
  return sent
    .filter((one) => one.receiver === receiver && one.kind === kind && one.state === state)
    .map(({ outcome }) => outcome);
}

/** Nothing where one of those that were sent is the same; else how the first of them differs. */
function differences(said: Message, sent: readonly SentMessage["outcome"][]): string[] {
  const compared = sent.map((outcome) =>
    "failure" in outcome ? [outcome.failure] : differentFields(said, outcome.message),
  );
  if (compared.some(({ length }) => length === 0)) return [];
  return (compared.toSorted((a, b) => a.length - b.length)[0] ?? ["nothing arrives"]).slice(0, mostShown);
}

/** Nobody reads more of one message. */
const mostShown = 3;

function differentFields(said: Message, sent: Message): string[] {
  const paths = [...new Set([...Object.keys(said), ...Object.keys(sent)])];
  return paths
    .filter((path) => said[path] !== sent[path])
    .map((path) => {
      const [is, has] = firstDifference(sent[path], said[path]);
      return `${path} has ${shown(is)}, and the page ${shown(has)}`;
    });
}

/** Of long texts the first lines that differ. */
function firstDifference(a: string | undefined, b: string | undefined): (string | undefined)[] {
  if (a === undefined || b === undefined) return [a, b];
  const [lines, others] = [a.split("\n"), b.split("\n")];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return at < 0 ? [undefined, others[lines.length]] : [lines[at], others[at]];
}

function shown(text: string | undefined): string {
  return text === undefined ? "nothing" : JSON.stringify(text);
}
