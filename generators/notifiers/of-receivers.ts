import type { Notifier, NotifierKind, NotifierOf } from "../language/notifier.ts";
import type { Receiver } from "../language/routing.ts";
import type { SecretFile } from "../language/secret.ts";
import { notifierTypes } from "./index.ts";
import type { NotifierPlatform, NotifierTexts } from "./notifier.ts";

type OfReceiver = Pick<Receiver, "notifiers">;

/** What decides over what is sent to a receiver. */
type Sending = Pick<Receiver, "notifiers" | "sendResolved">;

/** A receiver of alertmanager.yml but for its name: a list for each kind of notifier that it has. */
export function notifierSections(receiver: Sending, platform: NotifierPlatform): Record<string, object[]> {
  const sections: Record<string, object[]> = {};
  // Every kind says that it is sent; the place of the key in its entry stays.
  const sendResolved = receiver.sendResolved === false ? { send_resolved: false } : {};
  for (const notifier of notifiersInOrder(receiver)) {
    const { section } = notifierTypes[notifier.kind];
    const config = { ...notifierEntry(notifier, platform), ...sendResolved };
    sections[section] = [...(sections[section] ?? []), config];
  }
  return sections;
}

/** The templates that only some kinds of notifier use, of those that some receiver has. */
export function notifierTemplates(receivers: readonly OfReceiver[], platform: NotifierPlatform): string[] {
  const used = new Set(receivers.flatMap(({ notifiers }) => notifiers.map(({ kind }) => kind)));
  return Object.entries(notifierTypes).flatMap(([kind, { templates }]) =>
    [...used].some((one) => one === kind) ? templates(platform) : [],
  );
}

/** How a receiver notifies people, in plain text: `Slack #alerts`, `e-mail to team@example.com`. */
export function notifierLabels(receiver: OfReceiver): string[] {
  return notifiersInOrder(receiver).map(notifierLabel);
}

/** The secrets that Alertmanager reads for a receiver; that of the mail server belongs to the platform. */
export function notifierSecrets({ notifiers }: OfReceiver): SecretFile[] {
  return notifiers.flatMap((notifier) => secretsOf(notifier));
}

/** Whether any receiver sends e-mail: without one the mail server and its password are not needed. */
export function sendsMail(receivers: readonly OfReceiver[]): boolean {
  return receivers.some(({ notifiers }) => notifiers.some(({ kind }) => notifierTypes[kind].usesMail));
}

/** What is known of the texts in a list of alertmanager.yml such as `slack_configs`. */
export function textsOfSection(section: string): NotifierTexts | undefined {
  return Object.values(notifierTypes).find((type) => type.section === section)?.texts;
}

/** By kind, whatever the author's order was, as in Alertmanager's file. */
export function notifiersInOrder({ notifiers }: OfReceiver): Notifier[] {
  return Object.keys(notifierTypes).flatMap((kind) => notifiers.filter((one) => one.kind === kind));
}

/** The entry of a notifier in alertmanager.yml. */
export function notifierEntry<K extends NotifierKind>(
  notifier: NotifierOf<K>,
  platform: NotifierPlatform,
): object {
  return notifierTypes[notifier.kind].config(notifier, platform);
}

/** `Slack #alerts` */
export function notifierLabel<K extends NotifierKind>(notifier: NotifierOf<K>): string {
  return notifierTypes[notifier.kind].label(notifier);
}

function secretsOf<K extends NotifierKind>(notifier: NotifierOf<K>): readonly SecretFile[] {
  return notifierTypes[notifier.kind].secrets(notifier);
}
