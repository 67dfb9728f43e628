import * as z from "zod";
import type { DiscordOptions } from "../language/notifier.ts";
import { secretOfFile } from "../shape-values.ts";
import type { NotifierType } from "./notifier.ts";
import { use } from "./template.ts";

export const discord: NotifierType<DiscordOptions> = {
  word: "discord",
  section: "discord_configs",
  config: ({ webhookUrl }) => ({
    webhook_url_file: webhookUrl.path,
    send_resolved: true,
    title: use("title"),
    message: use("text"),
  }),
  templates: () => [],
  label: () => "Discord",
  secrets: ({ webhookUrl }) => [webhookUrl],
  usesMail: false,
  shape: z.object({ webhookUrl: secretOfFile }),
  // Alertmanager truncates the title to 256 and the message to 4096 characters, which plain text survives.
  texts: { html: [], optional: [], limits: {} },
};
