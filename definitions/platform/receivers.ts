import { email, pagerDuty, receiver, slack, webhook } from "signalbox";
import * as secrets from "./secrets.ts";

const invented = { "placeholders-are-filled": "the team is invented, and so are its addresses" };

export const onCall = receiver("on-call", {
  description: "Whoever is on call, by telephone; Slack has the conversation.",
  notifiers: [
    pagerDuty({ routingKey: secrets.pagerDutyKey }),
    slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-critical" }),
  ],
});

export const urgent = receiver("urgent", {
  description: "The team in Slack and whoever is on call by e-mail.",
  notifiers: [
    slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-high" }),
    email({ to: "on-call@example.com" }),
  ],
  allow: invented,
});

export const team = receiver("team", {
  description: "The team, in Slack and by e-mail.",
  notifiers: [
    slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts" }),
    email({ to: "team@example.com" }),
  ],
  allow: invented,
});

export const backlog = receiver("backlog", {
  description: "The team in Slack, to be picked up when there is time.",
  notifiers: [slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-low" })],
});

export const deadMansSwitch = receiver("dead-mans-switch", {
  description: "A watch outside of this stack that calls on-call when the Watchdog falls silent.",
  notifiers: [webhook({ url: secrets.deadMansSwitchUrl })],
  // Whatever arrives there is a sign of life, and that the Watchdog is over is none.
  sendResolved: false,
});

export const unrouted = receiver("unrouted", {
  description:
    "The keepers of this repository: an alert that arrives here has no route of its own, which is a mistake.",
  notifiers: [slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-unrouted" })],
});
