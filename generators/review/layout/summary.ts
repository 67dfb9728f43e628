import { groupBy } from "../../group-by.ts";
import type { AcceptedReview } from "../accepted.ts";
import type { Item } from "../change.ts";
import { changeClasses, type ChangeClass } from "../change-class.ts";
import { byClass, subjectsIn, whyFirst } from "../review.ts";
import { timeText } from "../time-text.ts";

/** All that is said where no sentence is. */
export const nothingChanges = "Nothing changes.";

/** How many names are worth reading. */
const namedAtFirst = 3;

/**
 * How many things of each class there are, and what to look at first; of what has no consequence one line with counts. Of a change
 * without any consequence that line is all.
 */
export function summaryLines(review: AcceptedReview): string[] {
  const { blocks, inconsequential, accepted, lapsed } = review;
  const items = blocks.flatMap((block) => block.items);
  const first = blocks.flatMap(({ subject, items: own }) => {
    const why = whyFirst(own);
    return why === undefined ? [] : `${subject.name} (${why})`;
  });
  const lines = [
    ...(items.length === 0 ? [] : [countsLine(items)]),
    ...(first.length === 0 ? [] : [`Look first at: ${shortened(first)}`]),
    ...(inconsequential.length === 0 ? [] : [inconsequentialLine(inconsequential)]),
    ...(accepted.length === 0 ? [] : [acceptedLine(accepted)]),
    ...lapsedLines(lapsed),
  ];
  return lines.length === 0 ? [nothingChanges] : lines;
}

/** `2 alerts fire less, 1 fires 10 min later, 3 panels move.   Undecided: 1.` */
function countsLine(items: readonly Item[]): string {
  const classes = byClass(items);
  const counted = classes
    .filter(([name]) => name !== "unknown")
    .flatMap(([name, own]) => countedApart(name, own));
  const parts = counted.map((one, index) => countText(one, counted[index - 1]?.noun));
  const undecided = classes.find(([name]) => name === "unknown");
  return [
    ...(parts.length === 0 ? [] : [`${parts.join(", ")}.`]),
    ...(undecided ? [`Undecided: ${subjectsIn(undecided[1])}.`] : []),
  ].join("   ");
}

/** Things of one class that do the same. */
interface Counted {
  readonly noun: string;
  readonly does: readonly [one: string, several: string];
  readonly items: readonly Item[];
}

/** What changed, what is new and what is gone: of these nobody says that they are changed. */
function countedApart(name: ChangeClass, items: readonly Item[]): Counted[] {
  const apart = groupBy(items, ({ kind }) => (kind in ends ? kind : /-(?:added|removed)$/.exec(kind)?.[0]));
  return [...apart].map(([how, own]) => ({
    noun: nounOf(name, own),
    does: (how === undefined ? undefined : ends[how]) ?? changeClasses[name].does,
    items: own,
  }));
}

/** By the end of the kind's name; a recording that has another name is gone under the old one. */
const ends: Readonly<Record<string, Counted["does"]>> = {
  "-added": ["is new", "are new"],
  "-removed": ["is removed", "are removed"],
  "recording-removed": ["is gone or renamed", "are gone or renamed"],
};

/** What they are, where all are the same: `recording` and not `recording or metric`. */
function nounOf(name: ChangeClass, items: readonly Item[]): string {
  const [what, ...others] = new Set(items.map(({ subject }) => subject.what));
  return what === undefined || what === "definition" || others.length > 0 ? changeClasses[name].noun : what;
}

function countText({ noun, does, items }: Counted, before: string | undefined): string {
  const count = subjectsIn(items);
  const verb = does[count === 1 ? 0 : 1];
  const times = new Set(items.flatMap(({ byMs }) => byMs ?? []));
  const [by] = times;
  const exact =
    by !== undefined && times.size === 1
      ? verb.replace(/(later|sooner)$/, `${timeText(Math.abs(by))} $1`)
      : verb;
  if (noun === before) return `${count} ${exact}`;
  return `${count} ${count === 1 ? noun : `${noun.replace(" or ", "s or ")}s`} ${exact}`;
}

function inconsequentialLine(items: readonly Item[]): string {
  const parts = [...groupBy(items, ({ text }) => text)].map(([text, own]) => {
    const names = [...new Set(own.map(({ subject }) => subject.name))];
    return `${text} (${names.length}: ${shortened(names)})`;
  });
  return `No consequence: ${parts.join(", ")}.`;
}

function acceptedLine(accepted: AcceptedReview["accepted"]): string {
  const parts = accepted.map(({ item, reason }) => `${item.subject.name} (${item.fingerprint}: ${reason})`);
  return `Accepted: ${shortened(parts)}`;
}

function lapsedLines(lapsed: AcceptedReview["lapsed"]): string[] {
  const more = lapsed.length - namedAtFirst;
  return [
    ...lapsed
      .slice(0, namedAtFirst)
      .map(({ fingerprint, reason }) => `No longer said, so accept: ${fingerprint} can go (${reason})`),
    ...(more > 0 ? [`No longer said are ${more} more.`] : []),
  ];
}

function shortened(names: readonly string[]): string {
  const more = names.length - namedAtFirst;
  return more > 0 ? `${names.slice(0, namedAtFirst).join(", ")} and ${more} more` : names.join(", ");
}
