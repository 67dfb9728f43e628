import * as z from "zod";
import type { SlackOptions } from "../language/notifier.ts";
import { named, secretOfFile } from "../shape-values.ts";
import type { NotifierType } from "./notifier.ts";
import { links, use } from "./template.ts";

export const slack: NotifierType<SlackOptions> = {
  word: "slack",
  section: "slack_configs",
  config: ({ webhookUrl, channel }) => ({
    api_url_file: webhookUrl.path,
    channel,
    send_resolved: true,
    color: use("color"),
    title: use("title"),
    // The title is what a thumb hits: it leads to what to do. The button Silence opens Alertmanager.
    title_link: use("runbook_url"),
    text: use("text"),
    fallback: use("title"),
    actions: links.map(({ text, template }) => ({ type: "button", text, url: use(template) })),
  }),
  templates: () => [],
  label: ({ channel }) => `Slack ${channel}`,
  secrets: ({ webhookUrl }) => [webhookUrl],
  usesMail: false,
  shape: z.object({
    webhookUrl: secretOfFile,
    channel: named(/^#[\p{L}\p{N}._-]{1,80}$/u, "write the channel as Slack shows it, such as #alerts"),
  }),
  // Alertmanager truncates the title to 1024 characters, and Slack folds a long text.
  texts: { html: [], optional: [], limits: {} },
};
