import { discord, receiver, secretFile, webhook } from "signalbox";

export const gameTeam = receiver("game-team", {
  description: "The game's developers in Discord; a copy, nobody there is on call.",
  notifiers: [
    discord({
      webhookUrl: secretFile(
        "discord_webhook_url",
        "Webhook of the game team's Discord channel: channel settings, Integrations.",
      ),
    }),
  ],
});

export const alertWebhook = receiver("alert-webhook", {
  description: "A program of our own that takes every alert of the game as JSON.",
  notifiers: [
    webhook({
      url: secretFile(
        "alert_webhook_url",
        "Address of the program that takes alerts as JSON, such as http://host.docker.internal:8083/alerts/webhook.",
      ),
    }),
  ],
});
