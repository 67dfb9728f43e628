import { email, pagerDuty, receiver, slack, webhook } from "signalbox";
import * as secrets from "./secrets.ts";

export const onCall = receiver("on-call", {
  description: "Whoever is on call, day and night.",
  notifiers: [
    pagerDuty({ routingKey: secrets.pagerDutyKey }),
    slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts-urgent" }),
  ],
});

export const team = receiver("team", {
  description: "The team, in business hours.",
  notifiers: [
    slack({ webhookUrl: secrets.slackWebhookUrl, channel: "#alerts" }),
    email({ to: "team@harbour-tickets.internal" }),
  ],
});

export const deadMansSwitch = receiver("dead-mans-switch", {
  description: "A service outside of this stack that calls on-call when the Watchdog goes quiet.",
  notifiers: [webhook({ url: secrets.deadMansSwitchUrl })],
  sendResolved: false,
});
