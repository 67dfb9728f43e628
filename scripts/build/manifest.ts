import { headerLine } from "../../generators/text/header.ts";
import type { Files } from "../../generators/output.ts";

/** The file in out/ that lists what the build made there, and so may replace and delete. */
export const manifestPath = "manifest.txt";

const header = headerLine("yaml", "definitions/");
// Not the whole line: a new wording of the header must not disown what an older build made.
const headerStart = "# Generated from ";

/** The manifest's text: the header, then every path but its own, sorted, one a line. */
export function printManifest(paths: Iterable<string>): string {
  const listed = [...paths].filter((path) => path !== manifestPath).sort();
  return `${[header, ...listed].join("\n")}\n`;
}

/** The files together with their manifest: all that the build wants to stand in out/. */
export function withManifest(files: Files): Files {
  return { ...files, [manifestPath]: printManifest(Object.keys(files)) };
}

/**
 * The paths that an earlier build made, the manifest's own among them; none without a manifest of ours.
 *
 * A line that names no file does no harm: so the two sides of a merge conflict are simply joined.
 */
export function readManifest(text: string | undefined): ReadonlySet<string> {
  if (!text?.startsWith(headerStart)) return new Set();
  return new Set([manifestPath, ...text.split(/\r?\n/).slice(1)]);
}
