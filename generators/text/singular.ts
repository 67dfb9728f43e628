/** Words that are not made from their singular by an ending, and those of which the ending says something else. */
const irregular: Readonly<Record<string, string>> = {
  children: "child",
  cookies: "cookie",
  indices: "index",
  matrices: "matrix",
  movies: "movie",
  people: "person",
  statuses: "status",
  vertices: "vertex",
};

/** Words that are the same for one and for many. */
const unchanged = /(?:^|-)(?:celsius|series|species|news)$|ss$/;

/** Endings and what they are of one, the first that fits. */
const endings: readonly (readonly [ending: RegExp, one: string])[] = [
  [/(?<=..)ies$/, "y"],
  // `caches` are of a cache, and `batches` of a batch.
  [/(?<=ss|x|zz|sh|tch|nch|rch)es$/, ""],
  [/s$/, ""],
];

/**
 * One of what a unit counts: `task` of `tasks`, `request/s` of `requests/s`.
 *
 * What has no vowel is an abbreviation, such as `fps`.
 */
export function singular(unit: string): string {
  const [, before = "", word = "", per = ""] = /^([^/]*[ -])?([^/ -]*)(\/.*)?$/su.exec(unit) ?? [];
  return word === "" ? unit : `${before}${singularWord(word)}${per}`;
}

function singularWord(word: string): string {
  const known = irregular[word];
  if (known !== undefined) return known;
  if (!/[aeiou]/.test(word) || unchanged.test(word)) return word;
  const [ending, one] = endings.find(([pattern]) => pattern.test(word)) ?? [];
  return ending === undefined || one === undefined ? word : word.replace(ending, one);
}
