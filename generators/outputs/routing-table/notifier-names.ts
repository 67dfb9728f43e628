import type { Receiver } from "../../language/receiver.ts";

/** How a receiver tells people, in plain text: `Slack #alerts`, `e-mail to team@example.com`. Addresses that are secret are not said. */
export function notifierNames({
  pagerDuty = [],
  slack = [],
  discord = [],
  email = [],
  webhook = [],
}: Receiver): string[] {
  return [
    ...pagerDuty.map(() => "PagerDuty"),
    ...slack.map(({ channel }) => `Slack ${channel}`),
    ...discord.map(() => "Discord"),
    ...email.map(({ to }) => `e-mail to ${to}`),
    ...webhook.map(() => "webhook"),
  ];
}
