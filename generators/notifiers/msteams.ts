import * as z from "zod";
import type { MsTeamsOptions } from "../language/notifier.ts";
import { secretOfFile } from "../shape-values.ts";
import { messageTemplates, type Dialect } from "./message.ts";
import { statusOf } from "./notification.ts";
import type { NotifierType } from "./notifier.ts";
import { use } from "./template.ts";

/** Text blocks of an adaptive card know bold, italic, lists and links of Markdown, and end a line only at an empty one. */
const markdown: Dialect = {
  prefix: "msteams_",
  value: (expression) => `{{ template "signalbox.msteams_value" ${expression} }}`,
  headline: (line) => `**${line}**`,
  // A bracket would end the address.
  link: (text, expression) =>
    `[${text}]({{ reReplaceAll "[)]" "%29" (reReplaceAll "[(]" "%28" ${expression}) }})`,
  lineBreak: "\n\n",
};

/**
 * A value as text: what would make it bold, a link, code or a list is escaped, but not the underscores within a name, which mean
 * nothing there. (\x60 is the grave accent, which cannot stand in a raw string.)
 */
const value = `{{ define "signalbox.msteams_value" -}}
{{ $text := reReplaceAll \`([\\\\*~\\[\\]\\x60]|\\b_|_\\b)\` \`\\$1\` . -}}
{{ $text = reReplaceAll \`&(#?\\w+;)\` \`\\&$1\` $text -}}
{{ $text = reReplaceAll \`(?m)^(\\s*)([-+>#])\` \`$1\\$2\` $text -}}
{{ $text = reReplaceAll \`(?m)^(\\s*\\d+)([.)]\\s)\` \`$1\\$2\` $text -}}
{{ reReplaceAll \`\\n+\` "\\n\\n" $text }}
{{- end }}`;

function config({ webhookUrl }: MsTeamsOptions) {
  return {
    webhook_url_file: webhookUrl.path,
    send_resolved: true,
    title: use("msteams_title"),
    text: use("msteams_text"),
  };
}

/** What it colours the title of a card with. */
const colors = { firing: "Attention", resolved: "Good" };
const card = "attachments[0].content";

export const msTeams: NotifierType<MsTeamsOptions> = {
  word: "msTeams",
  section: "msteamsv2_configs",
  config,
  templates: () => [value, ...messageTemplates(markdown)],
  label: () => "Microsoft Teams",
  secrets: ({ webhookUrl }) => [webhookUrl],
  usesMail: false,
  shape: z.object({ webhookUrl: secretOfFile }),
  texts: {
    html: [],
    optional: [],
    // Teams rejects a message of more than 28 KB, counts two bytes for each character, and Alertmanager truncates nothing. The card itself
    // takes about 500.
    // https://learn.microsoft.com/en-us/connectors/teams/#known-issues-and-limitations-with-actions
    limits: { title: 1000, text: 12_000 },
  },
  message: {
    body(options, { say, notification }) {
      const { title, text } = config(options);
      const body = [{ text: say(title), color: colors[statusOf(notification)] }, { text: say(text) }];
      return { attachments: [{ content: { body } }] };
    },
    read: [`${card}.body[0].text`, `${card}.body[1].text`],
    // How the card looks, which is the same for all.
    unsaid: [
      ...["type", "attachments[0].contentType", `${card}.$schema`, `${card}.type`, `${card}.version`],
      ...[`${card}.msteams`, `${card}.body[0].type`, `${card}.body[0].weight`, `${card}.body[0].size`],
      ...[`${card}.body[0].wrap`, `${card}.body[0].style`, `${card}.body[1].type`, `${card}.body[1].wrap`],
    ],
  },
};
