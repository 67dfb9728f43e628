import { entriesAt, itemsAt, textAt } from "../validation/untyped-data.ts";
import type { SampleNotification } from "./samples/sample-notifications.ts";

type State = "firing" | "resolved";

/** How many alerts of a notification are in this state. */
function countOf(state: State, { data }: SampleNotification): number {
  return itemsAt(data, "alerts").filter((alert) => textAt(alert, "status") === state).length;
}

/** What a rendered text says of the number of alerts that is not so, goes on after its name: `says "0 firing", and …`. */
export function falseCounts(key: string, text: string, notification: SampleNotification): string[] {
  const [, counted] = /num_(firing|resolved)$/.exec(key) ?? [];
  const said = counted === undefined ? countsIn(text, notification) : [[text.trim(), counted] as const];
  return said.flatMap(([number, word]) => {
    const count = countOf(word === "firing" ? "firing" : "resolved", notification);
    return Number(number) === count ? [] : [`says "${number} ${word}", and ${count} ${word} would be right,`];
  });
}

function countsIn(text: string, { data }: SampleNotification): (readonly [number: string, word: string])[] {
  // What an author wrote may count something else.
  const authored = itemsAt(data, "alerts").flatMap((alert) =>
    entriesAt(alert, "annotations").map(([, annotation]) => String(annotation)),
  );
  const own = authored.reduce((rest, annotation) => rest.replaceAll(annotation, " "), text);
  return [...own.matchAll(/\b(\d+) (firing|resolved)\b/gi)].map(
    ([, number = "", word = ""]) => [number, word.toLowerCase()] as const,
  );
}

/** What none of the texts that arrive together says, and one of them must: which alert it is, and whether it is over. */
export function missingFacts(texts: readonly string[], notification: SampleNotification): string[] {
  const all = texts.join("\n");
  const alerts = itemsAt(notification.data, "alerts");
  // Of many alerts only some are written out.
  const [only, ...others] = alerts;
  if (only === undefined || others.length > 0) return [];
  const name = textAt(only, "labels", "alertname") ?? "";
  const isOver = textAt(only, "status") === "resolved";
  return [
    ...(all.includes(name) ? [] : [`do not say which alert it is: ${name}`]),
    ...(!isOver || /\bresolved\b/i.test(all) ? [] : ["do not say that it is resolved"]),
    ...(isOver || !/\bresolved\b/i.test(withoutCounts(all)) ? [] : ["say that it is resolved, and it fires"]),
  ];
}

/** `0 resolved` says of none that it is. */
function withoutCounts(text: string): string {
  return text.replace(/\b\d+ resolved\b/gi, " ");
}
