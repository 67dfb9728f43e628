import { email, pagerDuty, receiver, slack, webhook } from "signalbox";
import * as secrets from "./secrets.ts";

export const onCall = receiver("on-call", {
  description: "Whoever is on call, by phone; the conversation is in Slack.",
  notifiers: [
    pagerDuty({ routingKey: secrets.pagerDutyKey }),
    slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-critical" }),
  ],
});

export const team = receiver("team", {
  description: "The team, in Slack and by e-mail.",
  notifiers: [
    slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts" }),
    email({ to: "team@example.com" }),
  ],
  allow: { "placeholders-are-filled": "this is an example, and so are its addresses" },
});

export const backlog = receiver("backlog", {
  description: "The team in Slack, to be picked up when there is time.",
  notifiers: [slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-low" })],
});

export const deadMansSwitch = receiver("dead-mans-switch", {
  description: "A service outside of this stack that calls on-call when the Watchdog goes quiet.",
  notifiers: [webhook({ url: secrets.deadMansSwitchUrl })],
  // Whatever arrives there is a sign of life, and that the Watchdog is over is none.
  sendResolved: false,
});

export const unrouted = receiver("unrouted", {
  description:
    "The owners of these definitions: an alert that arrives here has no route of its own, which is a mistake.",
  notifiers: [slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-unrouted" })],
});
