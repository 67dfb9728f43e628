import * as z from "zod";
import type { WebhookOptions } from "../language/notifier.ts";
import { secretOfFile } from "../shape-values.ts";
import { endOf, patternOf, startsAt, statusOf } from "./notification.ts";
import type { NotifierType } from "./notifier.ts";

export const webhook: NotifierType<WebhookOptions> = {
  word: "webhook",
  section: "webhook_configs",
  config: ({ url }) => ({
    url_file: url.path,
    send_resolved: true,
    // An alert is about 1 KiB of JSON and many servers refuse more than 1 MiB; `truncatedAlerts` says how many were left out.
    max_alerts: 500,
  }),
  templates: () => [],
  label: () => "webhook",
  secrets: ({ url }) => [url],
  usesMail: false,
  shape: z.object({ url: secretOfFile }),
  texts: { html: [], optional: [], limits: {} },
  message: {
    body(_options, { notification }) {
      const { labels, annotations, externalUrl } = notification;
      const status = statusOf(notification);
      const alert = { status, labels, annotations, startsAt, endsAt: endOf(notification) };
      return {
        receiver: patternOf(notification.receiver),
        status,
        alerts: [alert],
        externalURL: externalUrl,
        version: "4",
        truncatedAlerts: 0,
      };
    },
    read: [],
    unsaid: [
      // Of one alert they say the same again.
      ...["groupLabels", "commonLabels", "commonAnnotations", "routeLabels", "notification_reason"],
      // Where its query is, which Prometheus says, and numbers that are made of labels.
      ...["alerts[0].generatorURL", "alerts[0].fingerprint", "groupKey"],
    ],
  },
};
