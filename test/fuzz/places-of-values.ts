import { isExpression } from "../../generators/language/expression/expression.ts";
import { everyWord } from "./every-word.ts";

/** Where a value stands in what a word is given: `["timeSeries", "links", "0", "url"]`. */
export type PathOfValue = readonly [word: string, ...keys: string[]];

/** What stands somewhere is replaced by what is made, or its key is. */
export interface Replacement {
  readonly path: PathOfValue;
  readonly make: () => unknown;
}

/** Every value that the author of the shop wrote, and every list and object of them. */
export function pathsOfValues(): readonly PathOfValue[] {
  const found: PathOfValue[] = [];
  everyWord((word, options) => {
    found.push(...within(options, [word]));
    return options;
  });
  return found;
}

function within(value: unknown, path: PathOfValue): PathOfValue[] {
  const below = isPlain(value)
    ? Object.entries(value).flatMap(([key, part]) => within(part, [...path, key]))
    : [];
  return [path, ...below];
}

/** What an author wrote between braces; what a word returned was asked for by that word. */
function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !isExpression(value) &&
    !("kind" in value && "place" in value)
  );
}

/** The shop with these values in place of its own. */
export function shopWith(replacements: readonly Replacement[]) {
  return everyWord(
    (word, options) =>
      // A cast: that the value does not have the type of the option is what this is about.
      replacements
        .filter(({ path }) => path[0] === word)
        .reduce<unknown>(
          (value, { path: [, ...keys], make }) => replaced(value, keys, make),
          options,
        ) as typeof options,
  );
}

function replaced(value: unknown, [key, ...rest]: readonly string[], make: () => unknown): unknown {
  if (key === undefined) return make();
  if (Array.isArray(value)) {
    return value.map((part: unknown, index) => (String(index) === key ? replaced(part, rest, make) : part));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      name === key ? replaced(part, rest, make) : part,
    ]),
  );
}
