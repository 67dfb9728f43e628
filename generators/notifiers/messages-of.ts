import type { Notifier } from "../language/notifier.ts";
import type { Receiver } from "../language/routing.ts";
import { messageOf, type Message } from "./message-of.ts";
import { notifierLabel, notifiersInOrder } from "./of-receivers.ts";
import type { TextPlatform } from "./templates.ts";

/** An alert as Alertmanager gets it. */
export interface Fired {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What is sent of one alert by one notifier. */
export interface Messages {
  readonly notifier: Notifier;
  /** `Slack #alerts` */
  readonly label: string;
  readonly firing: Message;
  /** Undefined: that it is over is not sent. */
  readonly resolved: Message | undefined;
}

/** What each notifier of a receiver sends of an alert that is alone in its group; those that say the same of themselves are one. */
export function messagesOf(
  fired: Fired,
  receiver: Pick<Receiver, "name" | "notifiers" | "sendResolved">,
  platform: TextPlatform,
): Messages[] {
  const externalUrl = platform.externalUrls.alertmanager;
  const of = (notifier: Notifier, isFiring: boolean) =>
    messageOf(notifier, { ...fired, receiver: receiver.name, isFiring, externalUrl }, platform);
  const all = notifiersInOrder(receiver).map((notifier) => ({
    notifier,
    label: notifierLabel(notifier),
    firing: of(notifier, true),
    resolved: receiver.sendResolved === false ? undefined : of(notifier, false),
  }));
  return all.filter((one, index) => all.findIndex(({ label }) => label === one.label) === index);
}
