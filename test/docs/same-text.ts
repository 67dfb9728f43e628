/** Without what stands before the words of each line: an excerpt begins further to the left than its file. */
export function outdented(text: string): string {
  return text.replaceAll(/^[ \t]+/gm, "");
}

/** PromQL on one line: files and pages break it where they have room. */
export function onOneLine(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=\() | (?=\))/g, "");
}

/** Whether a problem is the one that a page shows: its lines may be broken elsewhere, and `…` stands for what is left out. */
export function matches(problem: string, shown: string): boolean {
  const isOfPage = problem.startsWith("definitions/services/ticket-shop/pages/");
  // The line in the page's own file says nothing to whoever reads the page.
  const [found = "", pattern = ""] = [problem, shown].map((text) =>
    onOneLine(isOfPage ? text.replace(/^definitions\/\S+:\d+: /, "") : text),
  );
  const parts = pattern.split("…").map((part) => part.trim().replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(found);
}
