import type { NotifierKind } from "../language/notifier.ts";
import type { SecretGroup, SecretShape } from "./secret-shape.ts";

/** The secrets of each kind of notifier. Not in its own file: whatever prints a problem needs these, and nothing else of it. */
const shapes: Readonly<Record<NotifierKind, readonly SecretShape[]>> = {
  slack: [
    {
      what: "a Slack webhook address",
      shape: /hooks\.slack\.com\/(?:services|workflows|triggers)\/\w+\/\w+\/[\w/-]{8,}/,
    },
    { what: "a Slack token", shape: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
    { what: "a Slack token", shape: /\bxapp-\d-[A-Za-z0-9-]{10,}/ },
  ],
  discord: [
    { what: "a Discord webhook address", shape: /discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{8,}/ },
  ],
  msteams: [
    {
      what: "a Teams webhook address",
      shape: /\bwebhook\.office\.com\/webhookb2\/[\w@-]{20,}\/IncomingWebhook\/\w{8,}/,
    },
    {
      what: "a Teams webhook address",
      shape:
        /\b(?:logic\.azure|environment\.api\.powerplatform)\.com(?::443)?\/\S*\bworkflows\/\S*\bsig=([\w%-]{20,})/,
    },
  ],
  pagerduty: [
    {
      what: "a PagerDuty key",
      shape: /\b(?:routing|service|integration)_key\b["']?\s*[:=]\s*["']?([0-9a-fA-F]{32})\b/i,
    },
  ],
  opsgenie: [
    {
      what: "an Opsgenie key",
      shape: /\b(?:GenieKey\s+|api_?key["']?\s*[:=]\s*["']?)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i,
    },
  ],
  telegram: [{ what: "a Telegram bot token", shape: /(?<![\w:])\d{8,12}:[A-Za-z0-9_-]{35}(?![\w-])/ }],
  // The password of the mail server, which is found as one.
  email: [],
  // Any address may be one; a password or a key in an address is found without it.
  webhook: [],
};

export const ofNotifiers: SecretGroup = {
  near: [
    /hooks\.slack\.com|xox|xapp-|\/api\/webhooks\/|webhook\.office\.com|workflows\//,
    /_key|apikey|geniekey/i,
    /\d{8}:[\w-]{35}/,
  ],
  shapes: Object.values(shapes).flat(),
};
