import { inAddresses } from "./in-addresses.ts";
import { inAssignments } from "./in-assignments.ts";
import { ofNotifiers } from "./of-notifiers.ts";
import { ofProviders } from "./of-providers.ts";
import { isPlaceholder } from "./placeholders.ts";
import type { SecretGroup } from "./secret-shape.ts";

/** Something like a secret in a text. */
export interface FoundSecret {
  /** In words: `a Slack token`. */
  readonly what: string;
  /** Never printed: messages end up in logs. */
  readonly value: string;
  /** All that shows it to be one: `https://shop:…@example.org`. As secret as the value. */
  readonly whole: string;
  /** Where the value begins in the text. */
  readonly index: number;
}

// The more a shape says of what it finds, the earlier it stands: a place is reported as the first that it fits.
const groups: readonly SecretGroup[] = [ofNotifiers, ofProviders, inAddresses, inAssignments];

const searched = groups.map(({ near, shapes }) => ({
  near,
  shapes: shapes.map((one) => ({ ...one, shape: new RegExp(one.shape, `${one.shape.flags}g`) })),
}));

type Searched = (typeof searched)[number]["shapes"];

/** Those that may be in a text. */
function possibleIn(text: string): Searched {
  return searched.flatMap(({ near, shapes }) => (near.some((one) => one.test(text)) ? shapes : []));
}

/** Everything in a text that looks like a secret, each once, in the order of the text. */
export function secretsInText(text: string): FoundSecret[] {
  return secretsBy(possibleIn(text), text);
}

/**
 * The same of many short texts: what none of them has is looked for once, in all of them together.
 *
 * @returns what looks through one of these texts
 */
export function secretsAmong(texts: Iterable<string>): (text: string) => FoundSecret[] {
  const all = [...texts].join("\n");
  const possible = possibleIn(all).filter(
    ({ shape, near = "" }) => all.includes(near) && all.search(shape) >= 0,
  );
  return (text) => (possible.length === 0 ? [] : secretsBy(possible, text));
}

function secretsBy(some: Searched, text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { what, shape, near = "", holds = () => true } of some) {
    if (!text.includes(near)) continue;
    for (const match of text.matchAll(shape)) {
      const [whole] = match;
      const value = match[1] ?? match[2] ?? whole;
      if (isPlaceholder(value) || !holds(value)) continue;
      const index = match.index + whole.lastIndexOf(value);
      if (!found.some((other) => overlaps(other, { index, value })))
        found.push({ what, value, whole, index });
    }
  }
  return found.sort((one, other) => one.index - other.index);
}

type Span = Pick<FoundSecret, "index" | "value">;

function overlaps(one: Span, other: Span): boolean {
  return one.index < other.index + other.value.length && other.index < one.index + one.value.length;
}
