import { entriesAt, itemsAt, textAt } from "../untyped-data.ts";

/** A text of a receiver that Alertmanager fills in. */
export interface NotificationText {
  readonly receiver: string;
  /** Where it stands in the receiver: `slack_configs[0].title`. */
  readonly key: string;
  readonly text: string;
  readonly type: "text" | "html";
  /** Whether it may come out empty now and then, as what lists resolved alerts does while none is. */
  readonly optional: boolean;
}

/** Every text with a template in it of every receiver, in the order of alertmanager.yml. */
export function notificationTexts(config: unknown): NotificationText[] {
  return itemsAt(config, "receivers").flatMap((receiver) => {
    const name = textAt(receiver, "name") ?? "";
    return entriesAt(receiver).flatMap(([key, value]) => textsIn(value, key, name));
  });
}

function textsIn(value: unknown, key: string, receiver: string): NotificationText[] {
  if (typeof value === "string") {
    if (!value.includes("{{")) return [];
    const type = key.endsWith(".html") ? "html" : "text";
    return [{ receiver, key, text: value, type, optional: optional.test(key) }];
  }
  return entriesAt(value).flatMap(([name, item]) =>
    textsIn(item, Array.isArray(value) ? `${key}[${name}]` : `${key}.${name}`, receiver),
  );
}

// What PagerDuty shows beside the message. Alerts of several components, say, have none in common.
const optional = /\.details\.|\.(?:class|component|group)$/;
