import type { Notifier } from "../language/notifier.ts";
import type { Receiver } from "../language/routing.ts";
import { sayingOf } from "./message-of.ts";
import type { Fired } from "./messages-of.ts";
import { notifierEntry, notifierLabel, notifiersInOrder } from "./of-receivers.ts";
import { notifierTypes } from "./index.ts";
import type { Saying } from "./notifier.ts";
import type { TextPlatform } from "./templates.ts";

/** A text of a notification that its service refuses, or that is lost with it. */
export interface TooLong {
  /** `Microsoft Teams` */
  readonly label: string;
  /** Its place in the entry of alertmanager.yml: `title`. */
  readonly field: string;
  readonly length: number;
  readonly most: number;
}

/**
 * The texts that a receiver would be sent of an alert, and would not get, because they are longer than its services accept: the longest
 * first.
 */
export function tooLongFor(fired: Fired, receiver: Receiver, platform: TextPlatform): TooLong[] {
  const limited = notifiersInOrder(receiver).filter(
    ({ kind }) => Object.keys(notifierTypes[kind].texts.limits).length > 0,
  );
  if (limited.length === 0) return [];
  const states = receiver.sendResolved === false ? [true] : [true, false];
  const all = states.flatMap((isFiring) => {
    const externalUrl = platform.externalUrls.alertmanager;
    const saying = sayingOf({ ...fired, receiver: receiver.name, isFiring, externalUrl }, platform);
    return limited.flatMap((notifier) => tooLongIn(notifier, saying, platform));
  });
  return all.sort((a, b) => b.length - b.most - (a.length - a.most));
}

function tooLongIn(notifier: Notifier, { say, sayHtml }: Saying, platform: TextPlatform): TooLong[] {
  const { html, limits } = notifierTypes[notifier.kind].texts;
  const entry = notifierEntry(notifier, platform);
  return Object.entries(limits).flatMap(([field, most]) => {
    const text = textIn(entry, field.split("."));
    const length = [...(html.includes(field) ? sayHtml(text) : say(text))].length;
    return length <= most ? [] : [{ label: notifierLabel(notifier), field, length, most }];
  });
}

function textIn(value: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
  if (typeof found !== "string")
    throw new TypeError(`a limit of ${path.join(".")}, which is no text of its notifier`);
  return found;
}
