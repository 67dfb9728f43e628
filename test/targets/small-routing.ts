import {
  discord,
  email,
  msTeams,
  opsgenie,
  pagerDuty,
  slack,
  telegram,
  webhook,
} from "../../generators/language/notifier.ts";
import type { Receiver, TimeInterval } from "../../generators/language/routing.ts";
import { people, secret, smallPlatform } from "./small-model.ts";
import type { InhibitionModel, RouteModel } from "../../generators/model/routing-model.ts";

const { place } = smallPlatform();

/** A receiver without a notifier, unless parts of it say otherwise. */
export function receiver(name: string, parts: Partial<Receiver> = {}): Receiver {
  return { kind: "receiver", name, description: `The ${name}.`, notifiers: [], place, ...parts };
}

/** A receiver that has a notifier of each kind. */
export const everyNotifier = receiver("every-notifier", {
  notifiers: [
    pagerDuty({ routingKey: secret("pagerduty_key") }),
    slack({ webhookUrl: secret("slack_url"), channel: "#alerts" }),
    discord({ webhookUrl: secret("discord_url") }),
    email({ to: "people@example.org" }),
    webhook({ url: secret("webhook_url") }),
    msTeams({ webhookUrl: secret("msteams_url") }),
    opsgenie({
      apiKey: secret("opsgenie_key"),
      region: "eu",
      responders: [
        { type: "team", name: "Shop" },
        { type: "user", name: "ann@example.org" },
      ],
      tags: ["shop", "stock"],
    }),
    telegram({ botToken: secret("telegram_token"), chatId: -1001234567890, topic: 7 }),
  ],
});

/** A route to everybody, with parts of it replaced. */
export function route(parts: Partial<RouteModel> = {}): RouteModel {
  return { kind: "route", receiver: people, place, ...parts };
}

export function inhibition(name: string, parts: Partial<InhibitionModel> = {}): InhibitionModel {
  return { kind: "inhibition", name, source: {}, target: {}, equal: ["service"], place, ...parts };
}

/** Working days from nine to five, with parts of it replaced. */
export function interval(name: string, parts: Partial<TimeInterval> = {}): TimeInterval {
  return {
    kind: "time interval",
    name,
    weekdays: ["monday:friday"],
    times: [{ from: "9:00", to: "17:00" }],
    location: "Europe/Berlin",
    place,
    ...parts,
  };
}
