import { callerPlace, type Place } from "./place.ts";

declare const onlyToInsert: unique symbol;

/**
 * What a text inserts although nobody knows it yet: a label, the value. It has no methods and equals nothing; all that can be done
 * with it is to insert it, `${labels.instance}`.
 */
export interface Word {
  readonly [onlyToInsert]: true;
}

/** The labels that a text can insert, each by its name. */
export type LabelWords<Name extends PropertyKey> = { readonly [K in Name]: Word };

/** What a text did that it must not, where its author wrote that. */
export interface Misuse {
  readonly place: Place;
  /** What goes on behind the name of the text: `asks for .includes of the label instance`. */
  readonly what: string;
  readonly fix: string;
}

/** Is told of a misuse, and leaves the text. */
export type Misused = (what: string, fix: string) => never;

/** Collects what a text misuses. What it throws is for whoever called the text. */
export function misuses(): { readonly found: Misuse[]; readonly misused: Misused; readonly left: object } {
  const found: Misuse[] = [];
  const left = new Error("this text has misused a word");
  const misused: Misused = (what, fix) => {
    found.push({ place: callerPlace(), what, fix });
    throw left;
  };
  return { found, misused, left };
}

/**
 * A word that becomes this text where it is inserted.
 *
 * @param name what it is: `the label instance`
 */
export function wordFor(text: string, name: string, misused: Misused): Word {
  const leave = (what: string) =>
    misused(
      `${what}, which nobody knows before the text is read`,
      "only insert it, ${…}, and leave it as it is; where another text is needed, narrow the expression with where() and write each its own",
    );
  const inserted = (hint: string) => (hint === "string" ? text : leave(calculating(name, hint)));
  // A cast: a word is what it is by its type alone.
  return opaque(name, leave, (key) =>
    key === Symbol.toPrimitive ? inserted : leave(asking(name, key)),
  ) as unknown as Word;
}

/** All labels: each is a word by its name, and all together are nothing. */
export function labelWords(wordOf: (label: string) => Word, misused: Misused): LabelWords<string> {
  const leave = () => misused("uses all labels at once", "insert each label that it needs by its name");
  // A cast: it has an answer for every label.
  return opaque("the labels", leave, (key) =>
    typeof key === "string" && key !== "toJSON" ? wordOf(key) : leave(),
  ) as unknown as LabelWords<string>;
}

/** Nothing can be seen of it but what `get` gives, and nothing can be changed. */
function opaque(
  name: string,
  leave: (what: string) => never,
  get: (key: string | symbol) => unknown,
): object {
  const look = () => leave(`looks into ${name}`);
  const change = () => leave(`changes ${name}`);
  return new Proxy(Object.freeze({}), {
    get: (_, key) => get(key),
    has: look,
    ownKeys: look,
    getOwnPropertyDescriptor: look,
    getPrototypeOf: look,
    isExtensible: look,
    set: change,
    defineProperty: change,
    deleteProperty: change,
    setPrototypeOf: change,
    preventExtensions: change,
  });
}

function calculating(name: string, hint: string): string {
  return hint === "number" ? `calculates with ${name}` : `adds to ${name}, or compares it`;
}

function asking(name: string, key: string | symbol): string {
  if (key === "toJSON") return `makes JSON of ${name}`;
  return typeof key === "symbol" ? `takes ${name} apart` : `asks for .${key} of ${name}`;
}
