import * as z from "zod";
import type { DiscordOptions } from "../language/notifier.ts";
import { secretOfFile } from "../shape-values.ts";
import { messageTemplates, plainText, type Dialect } from "./message.ts";
import { statusOf } from "./notification.ts";
import { cut, type NotifierType } from "./notifier.ts";
import { use } from "./template.ts";

/** Discord reads its Markdown in the title and the text of an embed, and a backslash before a character shows it as it is. */
const markdown: Dialect = {
  ...plainText,
  prefix: "discord_",
  value: (expression) => `{{ template "signalbox.discord_value" ${expression} }}`,
};

/**
 * A value as text: what would make it bold, code, hidden, a link or a mention is escaped, and what would make a line of it a heading,
 * a quotation or a list. Nobody is notified by what stands in an embed; an `@everyone` gets a character of no width all the same, in
 * case that changes. (\x60 is the grave accent, which cannot stand in a raw string.)
 */
const value = `{{ define "signalbox.discord_value" -}}
{{ $text := reReplaceAll \`([\\\\*_~|\\[\\]<\\x60])\` \`\\$1\` . -}}
{{ $text = reReplaceAll \`(?m)^(\\s*)([-+>#])\` \`$1\\$2\` $text -}}
{{ $text = reReplaceAll \`(?m)^(\\s*\\d+)([.]\\s)\` \`$1\\$2\` $text -}}
{{ reReplaceAll "@(everyone|here)" "@\\u200b$1" $text }}
{{- end }}`;

function config({ webhookUrl }: DiscordOptions) {
  return {
    webhook_url_file: webhookUrl.path,
    send_resolved: true,
    title: use("discord_title"),
    message: use("discord_text"),
  };
}

/** Alertmanager truncates what is longer, and our text survives that. */
const most = { title: 256, message: 4096 };
/** What it colours an embed with. */
const colors = { firing: 0x992d22, resolved: 0x2ecc71 };

export const discord: NotifierType<DiscordOptions> = {
  word: "discord",
  section: "discord_configs",
  config,
  templates: () => [value, ...messageTemplates(markdown)],
  label: () => "Discord",
  secrets: ({ webhookUrl }) => [webhookUrl],
  usesMail: false,
  shape: z.object({ webhookUrl: secretOfFile }),
  texts: { html: [], optional: [], limits: {} },
  message: {
    body(options, { say, notification }) {
      const { title, message } = config(options);
      const embed = {
        title: cut(say(title), most.title),
        description: cut(say(message), most.message),
        color: colors[statusOf(notification)],
      };
      return { embeds: [embed] };
    },
    read: ["embeds[0].title", "embeds[0].description"],
    unsaid: [],
  },
};
