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
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > fewest) continue;
    const edits = editDistance(word, candidate, fewest + 1);
    if (edits > fewest || (edits === fewest && nearest !== undefined && nearest <= candidate)) continue;
    fewest = edits;
    nearest = candidate;
  }
  return nearest;
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
