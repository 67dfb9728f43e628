import type { Place } from "../language/place.ts";
import { nameHash } from "../text/name-hash.ts";
import type { ChangeClass } from "./change-class.ts";
import type { Comparison } from "./comparison.ts";

/** The groups of people: each sentence answers one of their questions. */
export type ChangeGroup = "who" | "when" | "says" | "rests" | "slo" | "sees" | "collected" | "runs" | "proof";

/** The question that a group answers, and the word before its sentences. */
export const changeGroups: Readonly<Record<ChangeGroup, { readonly title: string; readonly word: string }>> =
  {
    who: { title: "who is woken", word: "who" },
    when: { title: "when it fires", word: "when" },
    says: { title: "what it says", word: "says" },
    rests: { title: "what it rests on", word: "rests" },
    slo: { title: "SLOs", word: "slo" },
    sees: { title: "what one sees", word: "sees" },
    collected: { title: "what is collected", word: "scrape" },
    runs: { title: "what runs", word: "runs" },
    proof: { title: "what proves it", word: "proof" },
  };

/** What a change is about. */
export interface Subject {
  readonly what: "alert" | "recording" | "metric" | "SLO" | "panel" | "job" | "container" | "definition";
  readonly name: string;
  readonly place: Place | undefined;
}

/** A consequence of a change, in a sentence. */
export interface Change {
  readonly subject: Subject;
  readonly class: ChangeClass;
  readonly text: string;
  /** The sentence without the case that shows it, where there is one: the change is accepted by that, whichever case is found. */
  readonly said?: string | undefined;
  /** How that is known: `order`, `cross play`; undefined: it can be read off. */
  readonly decider?: string | undefined;
  /** Of how many sets of labels that was asked. */
  readonly labelSets?: number | undefined;
  /** Lines that are shown as they are: two expressions. */
  readonly shown?: readonly string[] | undefined;
  /** How much sooner or later, where that is what it says. */
  readonly byMs?: number | undefined;
}

/** What looks for one kind of change; it is a file of its name. */
export interface ChangeKind {
  readonly id: string;
  readonly group: ChangeGroup;
  /** What it says, for `signalbox diff --kinds`. */
  readonly says: string;
  readonly find: (comparison: Comparison) => Iterable<Change>;
}

/** A change with what found it. */
export interface Item extends Change {
  readonly kind: string;
  readonly group: ChangeGroup;
  /** Names the sentence: with another sentence it is another one. */
  readonly fingerprint: string;
}

export function itemOf({ id, group }: ChangeKind, change: Change): Item {
  const { subject, text } = change;
  const said = [id, subject.what, subject.name, change.said ?? text, ...(change.shown ?? [])].join("\n");
  // As many digits each, so that they stand in a column.
  const fingerprint = nameHash(said).toString(16).padStart(8, "0");
  return { ...change, kind: id, group, fingerprint };
}
