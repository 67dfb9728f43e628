/** ` (did you mean 'x'?)` with the nearest of the known words, or nothing when none is near. */
export function suggestion(word: string, known: Iterable<string | Spelt>): string {
  const nearest = nearestWord(word, known);
  return nearest === undefined ? "" : ` (did you mean '${nearest}'?)`;
}

/** The known word with the fewest edits, the first in order of the alphabet when several are equally near. */
export function nearestWord(word: string, known: Iterable<string | Spelt>): string | undefined {
  let fewest = mostEdits(word);
  let nearest: string | undefined;
  const wanted = spelt(word);
  for (const one of known) {
    const candidate = typeof one === "string" ? spelt(one) : one;
    // Most words are told apart by their lengths and letters alone.
    if (!mayBeWithin(fewest, wanted, candidate) || editsOfLetters(word, candidate.text) > fewest) continue;
    const edits = editDistance(word, candidate.text, fewest + 1);
    if (edits > fewest || (edits === fewest && nearest !== undefined && nearest <= candidate.text)) continue;
    fewest = edits;
    nearest = candidate.text;
  }
  return nearest;
}

/** A word with what tells it apart from most others: worked out once where it is compared with many. */
export interface Spelt {
  readonly text: string;
  /** Which letters there are, as bits. */
  readonly letters: number;
}

export function spelt(text: string): Spelt {
  return { text, letters: lettersIn(text) };
}

/** False: the known word is never suggested for the other. True for all that are, and a few more. */
export function mayBeMeant(word: Spelt, known: Spelt): boolean {
  return mayBeWithin(mostEdits(word.text), word, known);
}

/**
 * Two edits are a typing error; long names may differ by a quarter, as in a forgotten `_seconds`. Of a word of three letters, two
 * edits leave nothing.
 */
function mostEdits({ length }: string): number {
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 4));
}

function mayBeWithin(edits: number, one: Spelt, other: Spelt): boolean {
  if (Math.abs(one.text.length - other.text.length) > edits) return false;
  return fewestEdits(one.letters, other.letters) <= edits;
}

/** Which letters there are, as bits: a few letters share one. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

/** An edit brings or takes one letter at most. */
function fewestEdits(a: number, b: number): number {
  return Math.max(countBits(a & ~b), countBits(b & ~a));
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** The edits that the letters need if their order does not matter: hundreds of long titles are compared with a long sentence. */
function editsOfLetters(a: string, b: string): number {
  const balance = new Int32Array(32);
  const change = (letter: number, by: number) => void (balance[letter] = (balance[letter] ?? 0) + by);
  for (let index = 0; index < a.length; index++) change(a.charCodeAt(index) & 31, 1);
  for (let index = 0; index < b.length; index++) change(b.charCodeAt(index) & 31, -1);
  const tooMany = balance.reduce((sum, count) => sum + Math.max(0, count), 0);
  // One that is replaced is one too many and one too few.
  return Math.max(tooMany, tooMany - a.length + b.length);
}

/** How many characters must be added, taken away, replaced, or swapped with their neighbour (optimal string alignment); `limit` for all that is more. */
function editDistance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (beforePrevious[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    // Later rows are never better.
    if (Math.min(...row) > limit) return limit;
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
