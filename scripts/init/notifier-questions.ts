import type { NotifierKind, NotifierOptions } from "../../generators/language/notifier.ts";
import type { SecretFile } from "../../generators/language/secret.ts";
import { leftOpen } from "../code/open-answer.ts";

/** A secret that a notifier reads: the name of its constant and of its file, and what it is. */
export interface SecretText {
  readonly constant: string;
  readonly file: string;
  readonly purpose: string;
}

/** The option of a notifier that is asked for, because it is no secret. */
export interface AddressQuestion {
  /** In the middle of a sentence: `the channel`. */
  readonly what: string;
  readonly example: string;
  /** The value of the option. */
  readonly read: (text: string) => string | number;
  /** The value where nobody has said; the build refuses it. */
  readonly open: string | number;
}

type Required<O> = { [P in keyof O]-?: object extends Pick<O, P> ? never : P }[keyof O];
type Secrets<O> = { [P in Required<O>]: O[P] extends SecretFile ? P : never }[Required<O>];

/** What `init` must know of a kind of notifier: how people call it, and each option that it needs. */
export interface NotifierQuestion<O> {
  readonly title: string;
  readonly secrets: { readonly [P in Secrets<O>]: SecretText };
  readonly address: { readonly [P in Exclude<Required<O>, Secrets<O>>]: AddressQuestion };
}

const asWritten = (text: string): string => text;

/** By kind; what is optional is left to the author. */
export const notifierQuestions: { readonly [K in NotifierKind]: NotifierQuestion<NotifierOptions[K]> } = {
  pagerduty: {
    title: "PagerDuty",
    secrets: {
      routingKey: {
        constant: "pagerDutyKey",
        file: "pagerduty_routing_key",
        purpose: "Integration key (Events API v2) of the on-call service in PagerDuty.",
      },
    },
    address: {},
  },
  slack: {
    title: "Slack",
    secrets: {
      webhookUrl: {
        constant: "slackWebhookUrl",
        file: "slack_webhook_url",
        purpose: "Incoming webhook of the Slack workspace, https://hooks.slack.com/services/….",
      },
    },
    address: {
      channel: { what: "the channel", example: "#alerts", read: withHash, open: `#${leftOpen}` },
    },
  },
  discord: {
    title: "Discord",
    secrets: {
      webhookUrl: {
        constant: "discordWebhookUrl",
        file: "discord_webhook_url",
        purpose: "Webhook of the Discord channel: channel settings, Integrations.",
      },
    },
    address: {},
  },
  email: {
    title: "E-mail",
    secrets: {},
    address: {
      to: {
        what: "the recipient",
        example: "team@acme.io",
        read: asWritten,
        open: `${leftOpen}@${leftOpen}`,
      },
    },
  },
  webhook: {
    title: "Webhook: a program of your own",
    secrets: {
      url: {
        constant: "alertWebhookUrl",
        file: "alert_webhook_url",
        purpose: "Address of the program that takes Alertmanager's JSON.",
      },
    },
    address: {},
  },
  msteams: {
    title: "Microsoft Teams",
    secrets: {
      webhookUrl: {
        constant: "teamsWebhookUrl",
        file: "teams_webhook_url",
        purpose: 'Address of the workflow "When a Teams webhook request is received" of the channel.',
      },
    },
    address: {},
  },
  opsgenie: {
    title: "Opsgenie",
    secrets: {
      apiKey: {
        constant: "opsgenieKey",
        file: "opsgenie_api_key",
        purpose: "API key of the Prometheus integration of the team in Opsgenie.",
      },
    },
    address: {},
  },
  telegram: {
    title: "Telegram",
    secrets: {
      botToken: {
        constant: "telegramBotToken",
        file: "telegram_bot_token",
        purpose: "Token of the bot, from @BotFather.",
      },
    },
    // Telegram has no chat 0: the build asks for the number.
    address: { chatId: { what: "the id of the chat", example: "-1001234567890", read: Number, open: 0 } },
  },
};

/** A shell and a person both forget the `#`. */
function withHash(text: string): string {
  return text.startsWith("#") ? text : `#${text}`;
}

/** The option that is asked for, by its name; undefined: all that the kind needs is secret. */
export function addressOf(kind: NotifierKind): readonly [option: string, AddressQuestion] | undefined {
  const address: Readonly<Record<string, AddressQuestion>> = notifierQuestions[kind].address;
  return Object.entries(address)[0];
}

/** The secrets of a kind, by their options. */
export function secretsOf(kind: NotifierKind): readonly (readonly [option: string, SecretText])[] {
  const secrets: Readonly<Record<string, SecretText>> = notifierQuestions[kind].secrets;
  return Object.entries(secrets);
}
