import { listed } from "../text/listed.ts";
import type { Notified } from "./version.ts";

/** `on-call (PagerDuty)`, `team (Slack #shop), only in business-hours` */
export function notifiedText(notified: readonly Notified[]): string {
  const texts = notifiedTexts(notified);
  return texts.length === 0 ? "nobody" : listed(texts);
}

/** Who is notified now and who no longer is; undefined where nobody is who was not, and the reverse. */
export function otherwiseNotified(base: readonly Notified[], head: readonly Notified[]): string | undefined {
  const [before, after] = [notifiedTexts(base), notifiedTexts(head)];
  const gained = after.filter((text) => !before.includes(text));
  const lost = before.filter((text) => !after.includes(text));
  const kept = after.filter((text) => before.includes(text));
  if (gained.length + lost.length === 0) return undefined;
  if (kept.length === 0) return `${notifiedText(base)} → ${notifiedText(head)}`;
  return [
    ...(lost.length === 0 ? [] : [`no longer ${listed(lost)}`]),
    ...(gained.length === 0 ? [] : [`now also ${listed(gained)}`]),
    `still ${listed(kept)}`,
  ].join("; ");
}

function notifiedTexts(notified: readonly Notified[]): string[] {
  const texts = notified.map(({ called, surely, open }) => {
    const perhaps = surely ? "" : "perhaps ";
    return `${perhaps}${called}${open === undefined ? "" : `, only ${open}`}`;
  });
  return [...new Set(texts)];
}
