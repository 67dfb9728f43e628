import { entriesAt, itemsAt, textAt } from "../../../generators/targets/validation/untyped-data.ts";
import { readMail } from "./mail-message.ts";
import type { Arrival, Notification, NotificationText } from "./notification.ts";

/** From the body to a text: `["attachments", 0, "title"]`. */
type Path = readonly (string | number)[];

/** A message with a title, whichever service takes it. */
export interface Texts {
  readonly title: string;
  readonly text: string;
}

/** The title and the text of a body of JSON. */
export function textsAt(raw: string, title: Path, text: Path): Texts {
  const data: unknown = JSON.parse(raw);
  return { title: textAt(data, ...title) ?? "", text: textAt(data, ...text) ?? "" };
}

/** Without what makes Markdown bold, and what keeps a value from being read as Markdown. */
export function fromMarkdown({ title, text }: Texts): Texts {
  const plain = (marked: string) =>
    marked.replace(/\\([^A-Za-z0-9\s])|\*\*/g, (_, escaped?: string) => escaped ?? "");
  return { title: plain(title), text: plain(text) };
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

/** Without tags, and with what stands for a character replaced by it. */
export function fromHtml({ title, text }: Texts): Texts {
  const plain = (marked: string) =>
    marked
      .replace(/<[^>]*>/g, "")
      .replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
        code === undefined ? (entities[name ?? ""] ?? whole) : (characterOf(Number(code)) ?? whole),
      );
  return { title: plain(title), text: plain(text) };
}

/** Undefined where there is none of this number. */
function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Our templates begin each alert with a line `FIRING Name (severity)`. */
export function fromText({ title, text }: Texts): NotificationText {
  const alerts = [...text.matchAll(/^(FIRING|RESOLVED) (\S+)/gm)];
  return {
    status: alerts.some(([, status]) => status === "FIRING") ? "firing" : "resolved",
    alerts: [...new Set(alerts.map(([, , name = ""]) => name))],
    title,
    text,
  };
}

export function fromMail(raw: string): NotificationText {
  const { subject, text } = readMail(raw);
  return fromText({ title: subject, text });
}

export function fromWebhook(data: unknown): NotificationText {
  const alerts = itemsAt(data, "alerts");
  const names = alerts.flatMap((alert) => textAt(alert, "labels", "alertname") ?? []);
  const annotations = alerts.flatMap((alert) => entriesAt(alert, "annotations"));
  return {
    status: textAt(data, "status") === "resolved" ? "resolved" : "firing",
    alerts: [...new Set(names)],
    title: textAt(data, "commonAnnotations", "summary") ?? `${alerts.length} alerts`,
    text: annotations.map(([name, value]) => `${name}: ${String(value)}`).join("\n"),
  };
}

export function fromPagerDuty(data: unknown): NotificationText {
  const details = ["firing", "resolved"].flatMap(
    (name) => textAt(data, "payload", "custom_details", name) ?? [],
  );
  const words = fromText({
    title: textAt(data, "payload", "summary") ?? "",
    text: details.join("\n\n"),
  });
  return { ...words, status: textAt(data, "event_action") === "resolve" ? "resolved" : "firing" };
}

/**
 * Opens an alert by `v2/alerts`, and closes it by `v2/alerts/<alias>/close`, which names no alert: what it is about was said when it was
 * opened. That an open one has other words now (`…/message`, `…/description`) came with the request before.
 */
export function fromOpsgenie({ raw, path, earlier }: Arrival): NotificationText | undefined {
  const [, , alias, action] = path;
  if (alias === undefined) {
    return fromText(fromHtml(textsAt(raw, ["message"], ["description"])));
  }
  if (action !== "close") return undefined;
  const opened = earlier.findLast((one) => one.status === "firing" && aliasOf(one) === alias);
  return { status: "resolved", alerts: opened?.alerts ?? [], title: opened?.title ?? alias, text: "" };
}

function aliasOf({ raw }: Pick<Notification, "raw">): string | undefined {
  return textAt(JSON.parse(raw), "alias");
}

/** One text, of which the first line is the title. */
export function fromTelegram({ raw }: Arrival): NotificationText {
  const { text } = fromHtml(textsAt(raw, [], ["text"]));
  const [title = ""] = text.split("\n");
  return fromText({ title, text });
}
