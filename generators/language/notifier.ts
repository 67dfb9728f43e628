import type { SecretFile } from "./secret.ts";

export interface PagerDutyOptions {
  /** The integration key of the Events API v2. A secret. */
  readonly routingKey: SecretFile;
}
export interface SlackOptions {
  /** The address of an incoming webhook. A secret: whoever knows it can post. */
  readonly webhookUrl: SecretFile;
  /** The channel, with its `#`. Not a secret: the routing table shows it. */
  readonly channel: `#${string}`;
}
export interface DiscordOptions {
  /** The address of the channel's webhook. A secret: whoever knows it can post. */
  readonly webhookUrl: SecretFile;
}
export interface EmailOptions {
  /** The recipient. Not a secret: the routing table shows it. */
  readonly to: `${string}@${string}`;
}
export interface WebhookOptions {
  /** The whole address. A secret, because most services put a token into it. */
  readonly url: SecretFile;
}
export interface MsTeamsOptions {
  /** The address of a workflow that posts webhook requests to a channel. A secret: whoever knows it can post. */
  readonly webhookUrl: SecretFile;
}
/** Somebody whom Opsgenie notifies. */
export interface OpsgenieResponder {
  /** What `name` is the name of. */
  readonly type: "team" | "user" | "escalation" | "schedule";
  /** The name in Opsgenie; of a user the e-mail address of the account. */
  readonly name: string;
}
export interface OpsgenieOptions {
  /** The key of an integration of the type Prometheus or API. A secret. */
  readonly apiKey: SecretFile;
  /** Where the account is hosted. Default: in the United States. */
  readonly region?: "eu";
  /** Who is notified, besides those whom the integration itself names. Default: nobody else. */
  readonly responders?: readonly OpsgenieResponder[];
  /** Tags of the alert in Opsgenie, at most 20. Labels that all alerts of the group share are sent as details anyway. Default: none. */
  readonly tags?: readonly string[];
}
export interface TelegramOptions {
  /** The token of the bot, from @BotFather. A secret: whoever knows it can post as the bot. */
  readonly botToken: SecretFile;
  /** The id of a chat that the bot is a member of; the id of a group is negative. Not a secret. */
  readonly chatId: number;
  /** The id of a topic, in a group with topics. Default: the general topic. */
  readonly topic?: number;
}

/** The options of a notifier, by kind. Each kind needs a file in `generators/notifiers/`; tsc names what is missing. */
export interface NotifierOptions {
  readonly pagerduty: PagerDutyOptions;
  readonly slack: SlackOptions;
  readonly discord: DiscordOptions;
  readonly email: EmailOptions;
  readonly webhook: WebhookOptions;
  readonly msteams: MsTeamsOptions;
  readonly opsgenie: OpsgenieOptions;
  readonly telegram: TelegramOptions;
}

export type NotifierKind = keyof NotifierOptions;

/** A notifier of one kind. */
export type NotifierOf<K extends NotifierKind> = { readonly kind: K } & NotifierOptions[K];

/** One way to notify a receiver: what `slack({ … })`, `email({ … })` and the like return. */
export type Notifier = { readonly [K in NotifierKind]: NotifierOf<K> }[NotifierKind];

/**
 * Notifies whoever is on call, through a PagerDuty service.
 *
 * Becomes an entry of `pagerduty_configs`. An incident is resolved with the last of its alerts. The routing key is a secret file.
 * @example pagerDuty({ routingKey: secretFile("pagerduty_routing_key", "Integration key (Events API v2) of the shop.") })
 * @refuses pagerDuty({ routingKey: "R0123456789" })
 */
export function pagerDuty(options: PagerDutyOptions): NotifierOf<"pagerduty"> {
  return { kind: "pagerduty", ...options };
}

/**
 * Posts to a Slack channel, with buttons for the runbook, the dashboard and a silence.
 *
 * Becomes an entry of `slack_configs`. The address of the webhook is a secret file; the channel is not, and is shown in the routing table.
 * @example slack({ webhookUrl: secretFile("slack_webhook_url", "Incoming webhook of the team."), channel: "#alerts" })
 * @refuses slack({ webhookUrl, channel: "alerts" })
 * @refuses slack({ webhookUrl: "https://hooks.slack.com/…", channel: "#alerts" })
 */
export function slack(options: SlackOptions): NotifierOf<"slack"> {
  return { kind: "slack", ...options };
}

/**
 * Posts to a Discord channel.
 *
 * Becomes an entry of `discord_configs`. The address of the webhook is a secret file, and belongs to one channel.
 * @example discord({ webhookUrl: secretFile("discord_webhook_url", "Webhook of #alerts: channel settings, Integrations.") })
 * @refuses discord({ webhookUrl: "https://discord.com/…" })
 */
export function discord(options: DiscordOptions): NotifierOf<"discord"> {
  return { kind: "discord", ...options };
}

/**
 * Sends an e-mail, as HTML and as plain text.
 *
 * Becomes an entry of `email_configs`. It needs `mail` of the platform: the server, and its password as a secret file.
 * @example email({ to: "team@shop.internal" })
 * @refuses email({ to: "the team" })
 * @check needed-parts-are-declared
 * @check notifications-fit-their-notifier
 */
export function email(options: EmailOptions): NotifierOf<"email"> {
  return { kind: "email", ...options };
}

/**
 * Posts Alertmanager's JSON to a program of your own.
 *
 * Becomes an entry of `webhook_configs`. The whole address is a secret file. At most 500 alerts are sent at once; the field
 * `truncatedAlerts` says how many more there were.
 * @example webhook({ url: secretFile("alert_archive_url", "Address of the program that keeps every alert.") })
 * @refuses webhook({ url: "https://archive.shop.internal" })
 */
export function webhook(options: WebhookOptions): NotifierOf<"webhook"> {
  return { kind: "webhook", ...options };
}

/**
 * Posts a card to a Microsoft Teams channel, through a Power Automate workflow.
 *
 * Becomes an entry of `msteamsv2_configs`. The address of the workflow ("When a Teams webhook request is received") is a secret file.
 * It is not that of an Office 365 connector, which Microsoft has retired.
 * @example msTeams({ webhookUrl: secretFile("teams_webhook_url", "Address of the workflow that posts to the channel Alerts.") })
 * @refuses msTeams({})
 */
export function msTeams(options: MsTeamsOptions): NotifierOf<"msteams"> {
  return { kind: "msteams", ...options };
}

/**
 * Opens an alert in Opsgenie, keeps it up to date, and closes it when the last of its alerts is over.
 *
 * Becomes an entry of `opsgenie_configs`. The API key is a secret file. The priority is P1 for the severity of rank 1, and so on to P5.
 * Atlassian shuts Opsgenie down in April 2027.
 * @example
 * opsgenie({
 *   apiKey: secretFile("opsgenie_api_key", "API key of the Prometheus integration of the shop's team."),
 *   responders: [{ type: "team", name: "Shop" }],
 * })
 * @refuses opsgenie({ apiKey, region: "us" })
 */
export function opsgenie(options: OpsgenieOptions): NotifierOf<"opsgenie"> {
  return { kind: "opsgenie", ...options };
}

/**
 * Posts to a Telegram chat, as a bot that is a member of it.
 *
 * Becomes an entry of `telegram_configs`. The token of the bot is a secret file. Messages keep to Telegram's limit: long texts are cut, and
 * of many alerts only as many are shown as fit.
 * @example telegram({ botToken: secretFile("telegram_bot_token", "Token of the bot, from @BotFather."), chatId: -1001234567890 })
 * @refuses telegram({ botToken, chatId: "-1001234567890" })
 */
export function telegram(options: TelegramOptions): NotifierOf<"telegram"> {
  return { kind: "telegram", ...options };
}
