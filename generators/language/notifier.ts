import type { SecretFile } from "./secret.ts";

export interface PagerDutyOptions {
  /** The integration key of the Events API v2. A secret. */
  readonly routingKey: SecretFile;
}
export interface SlackOptions {
  /** The address of an incoming webhook. A secret: whoever knows it can post. */
  readonly webhookUrl: SecretFile;
  readonly channel: `#${string}`;
}
export interface DiscordOptions {
  /** The address of the channel's webhook. A secret: whoever knows it can post. */
  readonly webhookUrl: SecretFile;
}
export interface EmailOptions {
  /** No secret: the address is shown in the routing table. */
  readonly to: `${string}@${string}`;
}
export interface WebhookOptions {
  /** The whole address. A secret, because most services put the token into it. */
  readonly url: SecretFile;
}
export interface MsTeamsOptions {
  /** The address of a workflow that posts webhook requests to a channel. A secret: whoever knows it can post. */
  readonly webhookUrl: SecretFile;
}
/** Somebody whom Opsgenie notifies; a user by the e-mail address of the account. */
export interface OpsgenieResponder {
  readonly type: "team" | "user" | "escalation" | "schedule";
  readonly name: string;
}
export interface OpsgenieOptions {
  /** The key of an integration of the type Prometheus or API. A secret. */
  readonly apiKey: SecretFile;
  /** Where the account is kept; left out: in the United States. */
  readonly region?: "eu";
  /** Who is notified besides those whom the integration itself names; left out: nobody. */
  readonly responders?: readonly OpsgenieResponder[];
  /** Besides the labels that the alerts share, which become details; at most 20. */
  readonly tags?: readonly string[];
}
export interface TelegramOptions {
  /** The token of the bot, as @BotFather gives it. A secret: whoever knows it is the bot. */
  readonly botToken: SecretFile;
  /** The number of the chat that the bot is a member of; that of a group is below 0. No secret. */
  readonly chatId: number;
  /** The number of a topic of a group that has topics; left out: the general one. */
  readonly topic?: number;
}

/** What is said of a notifier of each kind. A kind that stands here needs a file in `generators/notifiers/`; tsc names what it lacks. */
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

/** One way in which a receiver is notified: what `slack({ … })`, `email({ … })` and their like give. */
export type Notifier = { readonly [K in NotifierKind]: NotifierOf<K> }[NotifierKind];

/**
 * Notifies whoever is on call, through a service of PagerDuty.
 *
 * Becomes an entry of `pagerduty_configs`; an incident is resolved when its last alert is. The routing key is a secret file.
 *
 *     pagerDuty({ routingKey: secretFile("pagerduty_routing_key", "Integration key (Events API v2) of the shop.") })
 */
export function pagerDuty(options: PagerDutyOptions): NotifierOf<"pagerduty"> {
  return { kind: "pagerduty", ...options };
}

/**
 * Posts into a channel of Slack, with buttons for the runbook, the dashboard and a silence.
 *
 * Becomes an entry of `slack_configs`. The webhook's address is a secret file; the channel is none, and stands in the routing table.
 *
 *     slack({ webhookUrl: secretFile("slack_webhook_url", "Incoming webhook of the team."), channel: "#alerts" })
 */
export function slack(options: SlackOptions): NotifierOf<"slack"> {
  return { kind: "slack", ...options };
}

/**
 * Posts into a channel of Discord.
 *
 * Becomes an entry of `discord_configs`. The webhook's address is a secret file, and belongs to one channel.
 *
 *     discord({ webhookUrl: secretFile("discord_webhook_url", "Webhook of #alerts: channel settings, Integrations.") })
 */
export function discord(options: DiscordOptions): NotifierOf<"discord"> {
  return { kind: "discord", ...options };
}

/**
 * Sends an e-mail, as a page and as plain text.
 *
 * Becomes an entry of `email_configs`, and needs `mail` of the platform: the server and its password, which is the only secret here.
 *
 *     email({ to: "team@shop.internal" })
 */
export function email(options: EmailOptions): NotifierOf<"email"> {
  return { kind: "email", ...options };
}

/**
 * Posts Alertmanager's own JSON to a program of yours.
 *
 * Becomes an entry of `webhook_configs`. The whole address is a secret file. At most 500 alerts are sent at once; `truncatedAlerts`
 * of the JSON says how many more there were.
 *
 *     webhook({ url: secretFile("alert_archive_url", "Address of the program that keeps every alert.") })
 */
export function webhook(options: WebhookOptions): NotifierOf<"webhook"> {
  return { kind: "webhook", ...options };
}

/**
 * Posts a card into a channel of Microsoft Teams, through a workflow of Power Automate.
 *
 * Becomes an entry of `msteamsv2_configs`. The address of the workflow ("When a Teams webhook request is received") is a secret file.
 * Connectors of Office 365, which Microsoft has retired, are not meant.
 *
 *     msTeams({ webhookUrl: secretFile("teams_webhook_url", "Address of the workflow that posts to the channel Alerts.") })
 */
export function msTeams(options: MsTeamsOptions): NotifierOf<"msteams"> {
  return { kind: "msteams", ...options };
}

/**
 * Opens an alert in Opsgenie, keeps it up to date, and closes it when the last of its alerts is over.
 *
 * Becomes an entry of `opsgenie_configs`. The API key is a secret file. The priority is P1 for the severity of rank 1, and so on to P5.
 * Atlassian turns Opsgenie off in April 2027.
 *
 *     opsgenie({
 *       apiKey: secretFile("opsgenie_api_key", "API key of the Prometheus integration of the shop's team."),
 *       responders: [{ type: "team", name: "Shop" }],
 *     })
 */
export function opsgenie(options: OpsgenieOptions): NotifierOf<"opsgenie"> {
  return { kind: "opsgenie", ...options };
}

/**
 * Posts into a chat of Telegram, as a bot that is a member of it.
 *
 * Becomes an entry of `telegram_configs`. The bot's token is a secret file. A message never gets longer than Telegram takes: long texts
 * are cut, and of a storm only so many alerts are shown as have room.
 *
 *     telegram({ botToken: secretFile("telegram_bot_token", "Token of the bot, from @BotFather."), chatId: -1001234567890 })
 */
export function telegram(options: TelegramOptions): NotifierOf<"telegram"> {
  return { kind: "telegram", ...options };
}
