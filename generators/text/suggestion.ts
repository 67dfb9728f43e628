/** ` (did you mean 'x'?)` with the nearest of the known words, or nothing when none is near. */
export function suggestion(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known);
  return nearest === undefined ? "" : ` (did you mean '${nearest}'?)`;
}

/** The known word with the fewest edits, the first in order of the alphabet when several are equally near. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  // Two edits are a typing error; long names may differ by a quarter, as in a forgotten `_seconds`. Of a word of three
  // letters, two edits leave nothing.
  const most = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 4));
  let fewest = most;
  let nearest: string | undefined;
  const letters = lettersIn(word);
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > fewest) continue;
    // Most words are told apart by their letters alone.
    if (fewestEdits(letters, lettersIn(candidate)) > fewest) continue;
    const edits = editDistance(word, candidate, fewest + 1);
    if (edits > fewest || (edits === fewest && nearest !== undefined && nearest <= candidate)) continue;
    fewest = edits;
    nearest = candidate;
  }
  return nearest;
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
