/** A link of a Markdown file that leads to another file beside it, or to a heading. */
export interface RelativeLink {
  readonly line: number;
  /** As it is written: `../README.md#alerts`. */
  readonly target: string;
}

/** The links of a Markdown file that have no address of their own, pictures among them; code is not looked at. */
export function relativeLinks(markdown: string): RelativeLink[] {
  return linesOfText(markdown).flatMap(({ line, text }) =>
    [...text.replace(code, "").matchAll(link)]
      .map(([, bracketed, bare, tagged]) => ({ line, target: bracketed ?? bare ?? tagged ?? "" }))
      .filter(({ target }) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)),
  );
}

/** The names that links can have after `#`, as code hosts make them of the headings. */
export function anchors(markdown: string): string[] {
  const headings = linesOfText(markdown).flatMap(({ text }) => /^#{1,6} (.+)$/.exec(text)?.[1] ?? []);
  const names = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
  const taken = new Set<string>();
  for (const name of names) {
    // The second of a name is `name-1`, unless a heading before it is called so.
    let free = name;
    for (let number = 1; taken.has(free); number += 1) free = `${name}-${number}`;
    taken.add(free);
  }
  return [...taken];
}

/**
 * The end of a link's text and its target, or what a tag of HTML leads to. A bracket behind a backslash ends none, unless
 * that is behind another.
 */
const link = /(?<=(?<!\\)(?:\\\\)*)\]\((?:<([^>]*)>|([^)\s]*))[^)]*\)|\s(?:href|src|srcset)="([^"]*)"/g;

/** Code within a line. A backtick behind a backslash begins none. */
const code = /(?<!\\)(`+)(?!`).*?\1/g;

/** The lines outside of code blocks. */
function linesOfText(markdown: string): { readonly line: number; readonly text: string }[] {
  let fence: string | undefined;
  return markdown.split("\n").flatMap((text, index) => {
    const marker = /^\s*(```+|~~~+)/.exec(text)?.[1];
    if (fence !== undefined) {
      if (marker?.startsWith(fence)) fence = undefined;
      return [];
    }
    fence = marker;
    return marker ? [] : [{ line: index + 1, text }];
  });
}
