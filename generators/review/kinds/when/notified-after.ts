import type { Change, ChangeKind } from "../../change.ts";
import type { AlertPair } from "../../comparison.ts";
import { effectClass } from "../../effect.ts";
import { ofAlert } from "../../subjects.ts";
import { timeText } from "../../time-text.ts";

export const notifiedAfter: ChangeKind = {
  id: "notified-after",
  group: "when",
  says: "Somebody is notified of an alert after another time, at the latest.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      const latest = latestOf(pair);
      const change = latest && latest.before !== latest.after ? said(pair, latest) : undefined;
      if (change) yield { subject: ofAlert(pair.head), ...change };
    }
  },
};

/** A page takes longer to be read: nobody is up sooner for less. */
const noticedMs = 60_000;

/** When a receiver hears of it at the latest. */
interface Latest {
  /** Undefined where all that are notified hear of it by as much later, or none was notified before. */
  readonly receiver: string | undefined;
  readonly before: number;
  readonly after: number;
}

function said(pair: AlertPair, { receiver, before, after }: Latest): Omit<Change, "subject"> | undefined {
  const byMs = after - before;
  if (Math.abs(byMs) < noticedMs) {
    // Of what is said to be another rule or of another severity that is the least.
    const isSaid = isTimedOtherwise(pair) || pair.base.severity !== pair.head.severity;
    return isSaid ? undefined : { class: "none", text: "notified some seconds sooner or later" };
  }
  const who = receiver === undefined ? "" : `${receiver} is `;
  const direction = byMs > 0 ? "later" : "sooner";
  // Where only routes make the difference it is the same of many alerts.
  if (!isTimedOtherwise(pair))
    return { class: "sent", text: `${who}notified ${timeText(Math.abs(byMs))} ${direction} at the latest` };
  const text = `${who}notified at the latest after ${timeText(after)}, was ${timeText(before)}`;
  // That it fires less is said; that less comes later is nothing more.
  const effect = effectClass(pair);
  const isMore = isOnlyExpression(pair) && effect !== "unknown" && effect !== "none";
  return isMore ? { class: effect, text } : { class: direction, text, byMs };
}

/** Whether the rule itself may fire at another time. */
function isTimedOtherwise(pair: AlertPair): boolean {
  return pair.parts.length > 0 || pair.changedBelow.length > 0 || !isOnlyExpression(pair);
}

function isOnlyExpression({ base, head }: AlertPair): boolean {
  return base.forMs === head.forMs && base.everyMs === head.everyMs;
}

type Times = readonly { readonly receiver: string; readonly latestMs: number }[];

/** From the first bad sample where both versions were played, else from when it holds. */
function latestOf({ base, head, played }: AlertPair): Latest | undefined {
  const isPlayed = played !== undefined && played.times.base.length > 0 && played.times.head.length > 0;
  const [before, after] = isPlayed
    ? [played.times.base, played.times.head]
    : [base.notified ?? [], head.notified ?? []];
  if (before.length === 0 || after.length === 0) return undefined;
  const both = after
    .map(({ receiver }) => receiver)
    .filter((name) => before.some((one) => one.receiver === name));
  const all = both.map((receiver): Latest => {
    const of = (times: Times) => firstOf(times.filter((one) => one.receiver === receiver));
    return { receiver, before: of(before), after: of(after) };
  });
  const [first, ...others] = all.toSorted((a, b) => byAmount(a, b) || a.after - b.after);
  if (!first) return { receiver: undefined, before: firstOf(before), after: firstOf(after) };
  const isSame = others.every((one) => one.after - one.before === first.after - first.before);
  return isSame ? { ...first, receiver: undefined } : first;
}

function firstOf(times: Times): number {
  return Math.min(...times.map(({ latestMs }) => latestMs));
}

/** Those first for whom most changes. */
function byAmount(a: Latest, b: Latest): number {
  return Math.abs(b.after - b.before) - Math.abs(a.after - a.before);
}
