import type { Place } from "../language/place.ts";
import type { Model } from "../model/model.ts";

/** What of a project can be listed, and explained by its name. */
export type EntryKind = "alerts" | "metrics" | "recordings" | "jobs" | "panels" | "routes" | "receivers";

/** What is said under one heading: a text, or several in their order. */
export type Fact = string | readonly string[];

/** By their headings, in the order in which they are read; those with nothing to say are left out. */
export type Facts = Readonly<Record<string, Fact>>;

/** One thing of the project. */
export interface Entry {
  /** What it is called. Metrics of two jobs may have one name. */
  readonly name: string;
  /** What else a person may call it: the title of a panel without its dashboard. */
  readonly alias?: string;
  /** Undefined: of the platform. */
  readonly service: string | undefined;
  readonly place: Place;
  /** Its cells in the list, every one of the kind the same. */
  readonly row: Readonly<Record<string, string>>;
  /** Of an alert: a program proposed its rule test, and nobody has judged it yet. */
  readonly isProposed?: boolean;
  /** All there is to say of it, worked out when somebody asks. */
  readonly facts: () => Facts;
}

/** All entries of a kind, in the order of the model. */
export type EntriesOf<M = Model> = (model: M) => readonly Entry[];

/** Without those that have nothing to say. */
export function told(facts: Readonly<Record<string, Fact | undefined>>): Facts {
  const said = Object.entries(facts).flatMap(([heading, fact]) =>
    fact === undefined || fact.length === 0 ? [] : [[heading, fact] as const],
  );
  return Object.fromEntries(said);
}
