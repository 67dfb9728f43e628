import * as z from "zod";
import type { SlackOptions } from "../language/notifier.ts";
import { named, secretOfFile } from "../shape-values.ts";
import { messageTemplates, plainText, type Dialect } from "./message.ts";
import { cut, type NotifierType } from "./notifier.ts";
import { links, use } from "./template.ts";

/**
 * Slack takes `<…>` for a link or a mention, such as `<!channel>`, in every text. These three characters are all that it asks to be
 * escaped; a backslash is shown as it is, so that bold and code are turned off instead, by `mrkdwn_in`.
 */
const escaped: Dialect = {
  ...plainText,
  prefix: "slack_",
  value: (expression) => `{{ template "signalbox.slack_value" ${expression} }}`,
  link: (text, expression) => `${text}: {{ template "signalbox.slack_value" ${expression} }}`,
};

const value = `{{ define "signalbox.slack_value" -}}
{{ reReplaceAll ">" "&gt;" (reReplaceAll "<" "&lt;" (reReplaceAll "&" "&amp;" .)) }}
{{- end }}`;

/** Alertmanager truncates what is longer. */
const mostOfTitle = 1024;

function config({ webhookUrl, channel }: SlackOptions) {
  return {
    api_url_file: webhookUrl.path,
    channel,
    send_resolved: true,
    color: use("color"),
    title: use("slack_title"),
    // The title is what a thumb hits: it leads to what to do. The button Silence opens Alertmanager.
    title_link: use("runbook_url"),
    text: use("slack_text"),
    fallback: use("slack_title"),
    // Where asterisks and the like mean something: not in the text, which quotes what programs and their clients say. An empty list
    // would be Alertmanager's default; there is no pretext.
    mrkdwn_in: ["pretext"],
    actions: links.map(({ text, template }) => ({ type: "button", text, url: use(template) })),
  };
}

export const slack: NotifierType<SlackOptions> = {
  word: "slack",
  section: "slack_configs",
  config,
  templates: () => [value, ...messageTemplates(escaped)],
  label: ({ channel }) => `Slack ${channel}`,
  secrets: ({ webhookUrl }) => [webhookUrl],
  usesMail: false,
  shape: z.object({
    webhookUrl: secretOfFile,
    channel: named(/^#[\p{L}\p{N}._-]{1,80}$/u, "write the channel as Slack shows it, such as #alerts"),
  }),
  // Alertmanager truncates the title; Slack folds a long text, and truncates one of 40,000 characters. Its 3000 are of a block, and this
  // is an attachment: https://api.slack.com/changelog/2018-04-truncating-really-long-messages
  texts: { html: [], optional: [], limits: {} },
  message: {
    body(options, { say }) {
      const { channel, color, title, title_link, text, fallback, mrkdwn_in, actions } = config(options);
      const attachment = {
        title: cut(say(title), mostOfTitle),
        title_link: say(title_link),
        text: say(text),
        fallback: say(fallback),
        color: say(color),
        mrkdwn_in,
        actions: actions.map(({ url, ...button }) => ({ ...button, url: say(url) })),
      };
      return { channel, username: "Alertmanager", attachments: [attachment] };
    },
    read: ["attachments[0].title", "attachments[0].text"],
    unsaid: [],
  },
};
