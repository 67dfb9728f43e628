/** What a change comes to for whoever is on call. */
export type ChangeClass =
  | "removed"
  | "woken"
  | "severity"
  | "held"
  | "unknown"
  | "less"
  | "differently"
  | "identity"
  | "reads"
  | "later"
  | "shorter"
  | "added"
  | "more"
  | "sooner"
  | "longer"
  | "sent"
  | "renamed"
  | "rests"
  | "told"
  | "proof"
  | "slo"
  | "seen"
  | "moved"
  | "collected"
  | "runs"
  | "none";

/** How a class is counted, and how much it matters. */
export interface ClassRow {
  /** What is counted: `alert`. */
  readonly noun: string;
  /** What one does, and what several do: `fires less`, `fire less`. */
  readonly does: readonly [one: string, several: string];
  /** Why to look at it first; undefined: no need. */
  readonly lookFirst: string | undefined;
  readonly says: string;
}

const unseen = undefined;

/** Every class, the one that matters most first: in that order they are counted and looked at. */
export const changeClasses: Readonly<Record<ChangeClass, ClassRow>> = {
  removed: row("alert", "is removed", "are removed", "removed", "nothing fires any more that did"),
  woken: row(
    "alert",
    "reaches somebody else",
    "reach somebody else",
    "who is woken",
    "other people are notified, or at other hours",
  ),
  severity: row(
    "alert",
    "changes its severity",
    "change their severity",
    "severity",
    "it counts as more or less urgent",
  ),
  held: row(
    "alert",
    "is held back otherwise",
    "are held back otherwise",
    "held back",
    "other alerts keep it from being sent",
  ),
  unknown: row(
    "alert",
    "is undecided",
    "are undecided",
    "undecided",
    "nobody can say whether it fires more or less",
  ),
  less: row("alert", "fires less", "fire less", "fires less", "it is silent where it fired before"),
  differently: row(
    "alert",
    "fires differently",
    "fire differently",
    "fires differently",
    "it fires where it was silent, and the reverse",
  ),
  identity: row(
    "alert",
    "gets other labels",
    "get other labels",
    "open alerts resolve",
    "what fires has other labels, so that open alerts resolve and fire anew",
  ),
  reads: row(
    "alert",
    "reads another metric",
    "read another metric",
    "another metric",
    "the same condition, of a metric with another name",
  ),
  later: row("alert", "fires later", "fire later", "fires later", "the same, and later"),
  shorter: row("alert", "fires shorter", "fire shorter", unseen, "it resolves sooner"),
  added: row("alert", "is new", "are new", unseen, "something fires that was not there"),
  more: row("alert", "fires more", "fire more", unseen, "it fires where it was silent before"),
  sooner: row("alert", "fires sooner", "fire sooner", unseen, "the same, and sooner"),
  longer: row("alert", "fires longer", "fire longer", unseen, "it resolves later"),
  sent: row(
    "alert",
    "is sent otherwise",
    "are sent otherwise",
    unseen,
    "the same people hear of it together with others, more often, or after another time",
  ),
  renamed: row(
    "alert",
    "is renamed",
    "are renamed",
    unseen,
    "silences, links and dashboards may still have the old name",
  ),
  rests: row(
    "recording or metric",
    "means something else",
    "mean something else",
    unseen,
    "what rests on it is other than it was",
  ),
  told: row(
    "alert",
    "leads elsewhere",
    "lead elsewhere",
    unseen,
    "a link or a label for people is another one",
  ),
  proof: row(
    "rule",
    "is proven otherwise",
    "are proven otherwise",
    unseen,
    "a scenario, a waiver or a suppression is another one",
  ),
  slo: row("SLO", "is changed", "are changed", unseen, "something else was promised"),
  seen: row("panel", "is changed", "are changed", unseen, "a dashboard shows something else"),
  moved: row("panel", "moves", "move", unseen, "it stands elsewhere"),
  collected: row("job", "is changed", "are changed", unseen, "other targets are scraped, or otherwise"),
  runs: row("container", "is changed", "are changed", unseen, "another program runs, or with other limits"),
  none: row(
    "change",
    "has no consequence",
    "have no consequence",
    unseen,
    "order, spelling, place, or another wording",
  ),
};

function row(
  noun: string,
  one: string,
  several: string,
  lookFirst: string | undefined,
  says: string,
): ClassRow {
  return { noun, does: [one, several], lookFirst, says };
}

export function isChangeClass(name: string): name is ChangeClass {
  return Object.hasOwn(changeClasses, name);
}

/** All of them, the one that matters most first. */
export const classNames: readonly ChangeClass[] = Object.keys(changeClasses).filter(isChangeClass);
