import { entriesAt, itemsAt, textAt } from "../../validate/untyped-data.ts";
import { readMail } from "./mail-message.ts";
import type { NotificationWords, Way } from "./notification.ts";

/** Reads what a notification says; throws a SyntaxError where JSON was to come and did not. */
export function notificationWords(way: Way, raw: string): NotificationWords {
  switch (way) {
    case "email": {
      const { subject, text } = readMail(raw);
      return fromText(subject, text);
    }
    case "webhook":
      return fromWebhook(JSON.parse(raw));
    case "slack":
      return fromText(...texts(JSON.parse(raw), ["attachments", 0, "title"], ["attachments", 0, "text"]));
    case "discord":
      return fromText(...texts(JSON.parse(raw), ["embeds", 0, "title"], ["embeds", 0, "description"]));
    case "pagerduty":
      return fromPagerDuty(JSON.parse(raw));
  }
}

type Path = readonly (string | number)[];

function texts(data: unknown, title: Path, text: Path): [string, string] {
  return [textAt(data, ...title) ?? "", textAt(data, ...text) ?? ""];
}

function fromWebhook(data: unknown): NotificationWords {
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

function fromPagerDuty(data: unknown): NotificationWords {
  const [title] = texts(data, ["payload", "summary"], []);
  const details = ["firing", "resolved"].flatMap(
    (name) => textAt(data, "payload", "custom_details", name) ?? [],
  );
  const words = fromText(title, details.join("\n\n"));
  return { ...words, status: textAt(data, "event_action") === "resolve" ? "resolved" : "firing" };
}

/** Our templates begin each alert with a line `FIRING Name (severity)`. */
function fromText(title: string, text: string): NotificationWords {
  const told = [...text.matchAll(/^(FIRING|RESOLVED) (\S+)/gm)];
  return {
    status: told.some(([, status]) => status === "FIRING") ? "firing" : "resolved",
    alerts: [...new Set(told.map(([, , name = ""]) => name))],
    title,
    text,
  };
}
