import { discord, email, msTeams, opsgenie, pagerDuty, slack, telegram, webhook } from "signalbox";
import type { SecretFile } from "../../../generators/language/secret.ts";
import type { Given } from "./given.ts";

/** One of each kind. */
export function notifiersOf(given: Given, file: (name: string) => SecretFile) {
  return [
    slack(given("slack", { webhookUrl: file("slack_url"), channel: "#alerts" })),
    pagerDuty(given("pagerDuty", { routingKey: file("pagerduty_key") })),
    discord(given("discord", { webhookUrl: file("discord_url") })),
    email(given("email", { to: "people@shop.internal" })),
    webhook(given("webhook", { url: file("webhook_url") })),
    msTeams(given("msTeams", { webhookUrl: file("msteams_url") })),
    opsgenie(
      given("opsgenie", {
        apiKey: file("opsgenie_key"),
        region: "eu",
        responders: [{ type: "team", name: "Shop" }],
        tags: ["shop"],
      }),
    ),
    telegram(given("telegram", { botToken: file("telegram_token"), chatId: -1001234567890, topic: 7 })),
  ];
}
