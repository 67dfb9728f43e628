import { copyRoute, discord, receiver, secretFile, webhook } from "signalbox";
import { critical, high } from "../../platform/severities.ts";

const discordWebhookUrl = secretFile(
  "discord_webhook_url",
  "Webhook of the shop team's Discord channel: channel settings, Integrations.",
);
const alertArchiveUrl = secretFile(
  "alert_archive_url",
  "Address of the program that stores every alert of the shop, such as http://host.docker.internal:9010/alerts.",
);

const shopTeam = receiver("shop-team", {
  description: "The shop's developers in Discord; a copy, nobody there is on call.",
  notifiers: [discord({ webhookUrl: discordWebhookUrl })],
});

const alertArchive = receiver("alert-archive", {
  description: "A program of our own that stores every alert of the shop.",
  notifiers: [webhook({ url: alertArchiveUrl })],
});

// Whoever is on call is woken by the platform's routes; these are notified of the shop's alerts as well.
export const everyAlert = copyRoute({ receiver: alertArchive });
export const urgentAlerts = copyRoute({ match: { severity: [critical, high] }, receiver: shopTeam });
