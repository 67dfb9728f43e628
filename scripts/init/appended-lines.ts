/**
 * A list of git's, such as `.gitignore`, completed: what is there stays, and what is missing follows, each with the comment above it.
 *
 * @param existing the text that is there
 * @param wanted the text that a new project has
 * @returns the text that is there, where nothing is missing
 */
export function appendedLines(existing: string, wanted: string): string {
  const there = new Set(existing.split(/\r?\n/).map(plain));
  const missing: string[] = [];
  let comments: string[] = [];
  for (const line of wanted.trimEnd().split("\n")) {
    if (line.startsWith("#")) comments.push(line);
    else if (there.has(plain(line))) comments = [];
    else missing.push(...comments.splice(0), line);
  }
  if (missing.length === 0) return existing;
  const end = existing.includes("\r\n") ? "\r\n" : "\n";
  const before = existing === "" || existing.endsWith("\n") ? existing : existing + end;
  return before + missing.map((line) => line + end).join("");
}

/** `/node_modules` and `node_modules/` are one folder. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^\/|\/$/g, "")
    .replace(/\s+/g, " ");
}
