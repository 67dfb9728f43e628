/**
 * The names that links can have after `#`, one for each heading of a page, in the order of the page: as code hosts make them.
 *
 * The headings are plain text. Of headings that would have the same name the later ones get a number.
 */
export function headingAnchors(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const name = slug(heading);
    let anchor = name;
    for (let count = 1; taken.has(anchor); count += 1) anchor = `${name}-${count}`;
    taken.add(anchor);
    return anchor;
  });
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
