import { listed } from "../text/listed.ts";
import type { Notified } from "./version.ts";

/** `on-call (PagerDuty)`, `team (Slack #shop), only in business-hours` */
export function notifiedText(notified: readonly Notified[]): string {
  if (notified.length === 0) return "nobody";
  const texts = notified.map(({ called, surely, open }) => {
    const perhaps = surely ? "" : "perhaps ";
    return `${perhaps}${called}${open === undefined ? "" : `, only ${open}`}`;
  });
  return listed([...new Set(texts)]);
}
