import type { Notifier, NotifierKind, NotifierOf } from "../language/notifier.ts";
import { parseText } from "../text/go-template/parse.ts";
import { renderHtml, renderText } from "../text/go-template/render.ts";
import { notifierTypes } from "./index.ts";
import { templateData, type Notification } from "./notification.ts";
import type { NotifierPlatform, Saying } from "./notifier.ts";
import { templatesOf, type TextPlatform } from "./templates.ts";

/** What a service is sent, by where in the body it stands: `attachments[0].title`. What is empty is left out. */
export type Message = Readonly<Record<string, string>>;

/** The message of a notifier, as Alertmanager sends it. */
export function messageOf(notifier: Notifier, notification: Notification, platform: TextPlatform): Message {
  const { unsaid } = notifierTypes[notifier.kind].message;
  return messageIn(bodyOf(notifier, sayingOf(notification, platform), platform), unsaid);
}

/** What a body says, but for what says nothing to anybody. */
export function messageIn(body: unknown, unsaid: readonly string[]): Message {
  const isSaid = ([path]: readonly [string, string]) =>
    !unsaid.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
  return Object.fromEntries(fieldsIn(body, "").filter(isSaid));
}

function bodyOf<K extends NotifierKind>(
  notifier: NotifierOf<K>,
  saying: Saying,
  platform: NotifierPlatform,
): object {
  return notifierTypes[notifier.kind].message.body(notifier, saying, platform);
}

/** What the texts of alertmanager.yml become in a notification. */
export function sayingOf(notification: Notification, platform: TextPlatform): Saying {
  const templates = templatesOf(platform);
  const data = templateData(notification);
  return {
    notification,
    say: (text) => renderText(parseText(text), templates, data),
    sayHtml: (text) => renderHtml(parseText(text), templates, data),
  };
}

function fieldsIn(value: unknown, path: string): (readonly [path: string, text: string])[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value !== "object") return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    return fieldsIn(inner, below);
  });
}
