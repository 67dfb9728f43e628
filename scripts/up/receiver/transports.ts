import type { NotifierKind } from "../../../generators/language/notifier.ts";
import { readMail } from "./mail-message.ts";
import type { Arrival, NotificationText } from "./notification.ts";
import {
  fromHtml,
  fromMail,
  fromMarkdown,
  fromOpsgenie,
  fromPagerDuty,
  fromTelegram,
  fromText,
  fromWebhook,
  textsAt,
} from "./notification-text.ts";

/** An entry of alertmanager.yml, as far as its address goes. */
export interface NotifierConfig {
  url_file?: string;
  api_url_file?: string;
  webhook_url_file?: string;
  url?: string;
  api_url?: string;
  headers?: Record<string, string>;
  readonly [setting: string]: unknown;
}

/** The header of an e-mail that says which receiver it was sent for: several may have the same address. */
export const receiverHeader = "X-Signalbox-Receiver";

/** Where a notifier shall send what it has to tell. */
export interface Destination {
  readonly receiver: string;
  readonly url: string;
  /** The path of a file that will hold the address. */
  readonly urlFile: () => string;
}

/** How one kind of notifier is received in place of the service it is meant for. */
export interface Transport {
  /** Makes an entry of alertmanager.yml tell the destination, in place. */
  readonly redirect: (config: NotifierConfig, to: Destination) => void;
  /** What the service answers when all is well. A mail server answers in its own protocol. */
  readonly answer: { readonly status: number; readonly body: string } | "mail";
  /** What a notification says; throws a SyntaxError where JSON was to come and did not. Undefined: nothing that was not said before. */
  readonly read: (arrival: Arrival) => NotificationText | undefined;
  /** The same with every field where the service has it, as `message.body` of the notifier. */
  readonly body: (raw: string) => unknown;
}

function ofJson(raw: string): unknown {
  return JSON.parse(raw);
}

function ofMail(raw: string): unknown {
  const { headers, subject, parts } = readMail(raw);
  return { To: headers.get("to"), Subject: subject, ...parts };
}

const cardBody = ["attachments", 0, "content", "body"] as const;
const ok = { status: 200, body: "ok" } as const;

export const transports: Readonly<Record<NotifierKind, Transport>> = {
  pagerduty: {
    redirect: (config, { url }) => (config.url = url),
    answer: { status: 202, body: "ok" },
    read: ({ raw }) => fromPagerDuty(JSON.parse(raw)),
    body: ofJson,
  },
  slack: {
    redirect: (config, { urlFile }) => (config.api_url_file = urlFile()),
    answer: ok,
    read: ({ raw }) =>
      fromText(fromHtml(textsAt(raw, ["attachments", 0, "title"], ["attachments", 0, "text"]))),
    body: ofJson,
  },
  discord: {
    redirect: (config, { urlFile }) => (config.webhook_url_file = urlFile()),
    answer: ok,
    read: ({ raw }) =>
      fromText(fromMarkdown(textsAt(raw, ["embeds", 0, "title"], ["embeds", 0, "description"]))),
    body: ofJson,
  },
  email: {
    redirect: (config, { receiver }) => (config.headers = { ...config.headers, [receiverHeader]: receiver }),
    answer: "mail",
    read: ({ raw }) => fromMail(raw),
    body: ofMail,
  },
  webhook: {
    redirect: (config, { urlFile }) => (config.url_file = urlFile()),
    answer: ok,
    read: ({ raw }) => fromWebhook(JSON.parse(raw)),
    body: ofJson,
  },
  msteams: {
    redirect: (config, { urlFile }) => (config.webhook_url_file = urlFile()),
    answer: { status: 202, body: "" },
    read: ({ raw }) =>
      fromText(fromMarkdown(textsAt(raw, [...cardBody, 0, "text"], [...cardBody, 1, "text"]))),
    body: ofJson,
  },
  opsgenie: {
    redirect: (config, { url }) => (config.api_url = `${url}/`),
    answer: { status: 202, body: '{"result":"Request will be processed"}' },
    read: fromOpsgenie,
    body: ofJson,
  },
  telegram: {
    redirect: (config, { url }) => (config.api_url = url),
    answer: { status: 200, body: '{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1}}}' },
    read: fromTelegram,
    body: ofJson,
  },
};
