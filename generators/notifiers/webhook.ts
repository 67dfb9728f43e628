import * as z from "zod";
import type { WebhookOptions } from "../language/notifier.ts";
import { secretOfFile } from "../shape-values.ts";
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
};
