/** A link of a Markdown file that leads to another file beside it, or to a heading. */
export interface RelativeLink {
  readonly line: number;
  /** As it is written: `../README.md#alerts`. */
  readonly target: string;
}

/** The links of a Markdown file that have no address of their own; code is not looked at. */
export function relativeLinks(markdown: string): RelativeLink[] {
  return linesOfText(markdown).flatMap(({ line, text }) =>
    [...text.matchAll(/\]\((?:<([^>]*)>|([^)\s]*))[^)]*\)/g)]
      .map(([, bracketed, bare]) => ({ line, target: bracketed ?? bare ?? "" }))
      .filter(({ target }) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)),
  );
}

/** The names that links can have after `#`, as code hosts make them of the headings. */
export function anchors(markdown: string): string[] {
  const headings = linesOfText(markdown).flatMap(({ text }) => /^#{1,6} (.+)$/.exec(text)?.[1] ?? []);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

/** The lines outside of code blocks, without the code that stands within them. */
function linesOfText(markdown: string): { readonly line: number; readonly text: string }[] {
  let fence: string | undefined;
  return markdown.split("\n").flatMap((text, index) => {
    const marker = /^\s*(```+|~~~+)/.exec(text)?.[1];
    if (fence !== undefined) {
      if (marker?.startsWith(fence)) fence = undefined;
      return [];
    }
    fence = marker;
    return marker ? [] : [{ line: index + 1, text: text.replace(/(`+)(?!`).*?\1/g, "") }];
  });
}
