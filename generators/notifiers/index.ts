import type { NotifierKind, NotifierOptions } from "../language/notifier.ts";
import { discord } from "./discord.ts";
import { email } from "./email.ts";
import { msTeams } from "./msteams.ts";
import type { NotifierType } from "./notifier.ts";
import { opsgenie } from "./opsgenie.ts";
import { pagerDuty } from "./pagerduty.ts";
import { slack } from "./slack.ts";
import { telegram } from "./telegram.ts";
import { webhook } from "./webhook.ts";

/** Every kind of notifier, in the order in which a receiver shows them. */
export const notifierTypes: { readonly [K in NotifierKind]: NotifierType<NotifierOptions[K]> } = {
  pagerduty: pagerDuty,
  slack,
  discord,
  email,
  webhook,
  msteams: msTeams,
  opsgenie,
  telegram,
};
