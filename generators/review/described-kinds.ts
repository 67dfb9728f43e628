import type { Change, ChangeGroup, ChangeKind, Subject } from "./change.ts";
import type { ChangeClass } from "./change-class.ts";
import { changedFacts, factTexts } from "./changed-facts.ts";
import type { Comparison } from "./comparison.ts";
import type { Paired } from "./pairing.ts";
import type { Described } from "./version.ts";

/** Things that are known by their facts, and how people call them. */
interface Things {
  readonly id: string;
  readonly group: ChangeGroup;
  readonly what: Subject["what"];
  readonly noun: string;
  readonly class: ChangeClass;
  readonly of: (comparison: Comparison) => Paired<Described>;
}

/** That some are new. */
export function thingsAdded(things: Things): ChangeKind {
  return kindOf(things, `A ${things.noun} is new.`, ({ added }) =>
    added.map((one) => said(things, one, `new: ${Object.entries(one.facts)[0]?.join(" ") ?? one.name}`)),
  );
}

/** That some are gone. */
export function thingsRemoved(things: Things): ChangeKind {
  return kindOf(things, `A ${things.noun} is gone.`, ({ removed }) =>
    removed.map((one) => said(things, one, "removed")),
  );
}

/** That some have other facts. */
export function thingsChanged(things: Things, says: string): ChangeKind {
  return kindOf(things, says, ({ pairs }) =>
    pairs.flatMap(({ base, head }) => {
      const changed = changedFacts({ base: base.facts, head: head.facts });
      return changed.length === 0 ? [] : said(things, head, factTexts(changed));
    }),
  );
}

function kindOf(
  { id, group, of }: Things,
  says: string,
  find: (all: Paired<Described>) => Iterable<Change>,
): ChangeKind {
  return { id, group, says, find: (comparison) => find(of(comparison)) };
}

function said(things: Things, { name, place }: Described, text: string): Change {
  return { subject: { what: things.what, name, place }, class: things.class, text };
}
