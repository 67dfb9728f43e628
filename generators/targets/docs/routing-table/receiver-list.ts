import type { Platform } from "../../../language/platform.ts";
import type { Receiver } from "../../../language/receiver.ts";
import { compareText } from "../../../text/order.ts";
import type { AlertWays } from "../../../routing/ways-to-people.ts";
import { bulletList, escapeMarkdown } from "../../../text/markdown.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";

/** Every receiver with how it tells people, and of which alerts. */
export function receiverList(ways: readonly AlertWays[], { receivers }: Platform): string {
  return bulletList(Object.values(receivers).map((receiver) => item(receiver, ways)));
}

function item(receiver: Receiver, all: readonly AlertWays[]): string {
  const heard = all.filter(({ ways }) => ways.some(({ settings }) => settings.receiver === receiver));
  const names = heard.map(({ alert }) => alert.name).sort(compareText);
  const notifiers = notifierLabels(receiver);
  const lines = [
    `**${escapeMarkdown(receiver.name)}** (${escapeMarkdown(notifiers.length === 0 ? "nobody" : notifiers.join(", "))}): ${escapeMarkdown(receiver.description)}`,
    names.length === 0 ? "Hears of no alert." : `Hears of ${names.map(escapeMarkdown).join(", ")}.`,
  ];
  return lines.join("\n");
}
