import type { Model } from "../model/model.ts";
import { contentOf } from "./content.ts";
import { watched } from "./watched.ts";

/** Something that is made of some definitions, and perhaps of others that it looks up in the model. */
export interface Making<M extends Model, Made> {
  /** What it is, and of what: `pictures of HighLatency`. No two things that are made of one model share a name. */
  readonly name: string;
  /** All that it is made from but the model, each by what it is. */
  readonly from: Readonly<Record<string, unknown>>;
  readonly make: (model: M) => Made;
}

/** @param make a function that reads nothing but what it is given: it stands on its own, so that no variable is around it */
export function making<From extends Readonly<Record<string, unknown>>, M extends Model, Made>(
  name: string,
  from: From,
  make: (from: From, model: M) => Made,
): Making<M, Made> {
  return { name, from, make: (model) => make(from, model) };
}

/** What is kept of something that is long to make: as much as is needed while nothing of it changes. */
export interface Short<Made, Kept> {
  /** Undefined: of this one nothing is kept. */
  readonly of: (made: Made) => Kept | undefined;
  readonly isKept: (value: unknown) => value is Kept;
}

/** What was made, now or another time. */
export interface Answer<Made, Kept> {
  /** Undefined where it had to be made, and nothing is kept of it. */
  readonly kept: Kept | undefined;
  /** The whole; made now if it was not yet. */
  readonly whole: () => Made;
  /** Changes with all that it was made from; undefined where that cannot be said. */
  readonly identity: string | undefined;
}

/** Has things made, or knows what came of it the last time. */
export interface Keeper {
  readonly answer: <M extends Model, Made, Kept>(
    making: Making<M, Made>,
    short: Short<Made, Kept>,
    model: M,
  ) => Answer<Made, Kept>;
  readonly digest: (text: string) => string;
  /** From now on the object counts as what has this identity: nobody need work it out to compare it. */
  readonly identify: (object: object, identity: string | undefined) => void;
}

/** Where answers are between two builds. */
export interface Memory {
  readonly get: (key: string) => unknown;
  readonly put: (key: string, value: unknown) => void;
  /** A short name for a text, which no other text has. */
  readonly digest: (text: string) => string;
}

/** Keeps nothing: everything is made, when it is asked for. */
export const forgetful: Keeper = {
  answer({ make }, _short, model) {
    return { kept: undefined, whole: once(() => make(model)), identity: undefined };
  },
  identify: () => {},
  // Nobody asks for the digest of what is not kept.
  digest: (text) => text,
};

/** What an answer depends on, besides what its key says: the parts of the model that were read, with their contents then. */
type Reads = readonly (readonly [part: string, content: string])[];

/**
 * Keeps short answers in a memory. An answer counts as long as what it was made from has the same contents, and so has each part of
 * the model that was read while it was made: the model notes that itself, so that nobody can forget one.
 */
export function keeperWith(memory: Memory): Keeper {
  const identities = identitiesBy(memory.digest);
  const contentOfPart = (model: object, part: string) => identities.of(partOf(model, part));
  return {
    digest: memory.digest,
    identify: identities.say,
    answer({ name, from, make }, short, model) {
      const given = identities.ofList(Object.values(from));
      const key = given && memory.digest(`${name}\n${given}`);
      const found = key === undefined ? undefined : entryIn(memory.get(key));
      if (key && found?.reads.every(([part, content]) => contentOfPart(model, part) === content)) {
        const { kept, reads } = found;
        if (short.isKept(kept))
          return { kept, whole: once(() => make(model)), identity: identityWith(key, reads) };
      }
      const parts = new Set<string>();
      const made = make(watched(model, (part) => parts.add(part)));
      const kept = short.of(made);
      const reads = [...parts].sort().flatMap((part): Reads => {
        const content = contentOfPart(model, part);
        return content === undefined ? [] : [[part, content]];
      });
      const isKnown = key !== undefined && reads.length === parts.size;
      if (isKnown && kept !== undefined) memory.put(key, { reads, kept });
      return { kept, whole: () => made, identity: isKnown ? identityWith(key, reads) : undefined };
    },
  };

  function identityWith(key: string, reads: Reads): string {
    return memory.digest([key, ...reads.flat()].join("\n"));
  }
}

/** What each value counts as: the digest of its contents, which is worked out once for an object. */
function identitiesBy(digest: Memory["digest"]) {
  const known = new WeakMap<object, { readonly identity: string | undefined }>();
  const ofContents = (value: unknown) => {
    const text = contentOf(value);
    return text === undefined ? undefined : digest(text);
  };
  const of = (value: unknown): string | undefined => {
    if (typeof value !== "object" || value === null) return ofContents(value);
    const before = known.get(value);
    if (before) return before.identity;
    const identity = Array.isArray(value) ? ofList(value) : ofContents(value);
    known.set(value, { identity });
    return identity;
  };
  // One by one: of a list that is made anew most things are the same as before.
  const ofList = (list: readonly unknown[]) => {
    const all = list.map(of);
    return all.includes(undefined) ? undefined : digest(all.join());
  };
  return {
    of,
    ofList,
    say: (object: object, identity: string | undefined) => void known.set(object, { identity }),
  };
}

/** The catalogue is nothing but a way to look into all its series. */
function partOf(model: object, part: string): unknown {
  const value: unknown = Reflect.get(model, part);
  const isCatalogue = part === "catalogue" && typeof value === "object" && value !== null && "all" in value;
  return isCatalogue ? value.all : value;
}

interface Entry {
  readonly reads: Reads;
  readonly kept: unknown;
}

/** What was put there; undefined for anything else. */
function entryIn(value: unknown): Entry | undefined {
  if (typeof value !== "object" || value === null || !("reads" in value) || !("kept" in value))
    return undefined;
  const { reads, kept } = value;
  return Array.isArray(reads) && reads.every(isRead) ? { reads, kept } : undefined;
}

function isRead(value: unknown): value is Reads[number] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
}

function once<T>(make: () => T): () => T {
  let made: { readonly of: T } | undefined;
  return () => (made ??= { of: make() }).of;
}
