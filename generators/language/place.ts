import { fileURLToPath } from "node:url";

/** Where a definition stands in the author's own files. */
export interface Place {
  /** Path from the root of the repository, with `/` on every system. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

const languageFolder = fileURLToPath(new URL("./", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The line that called a word of the language: the first frame of the stack outside of `definitions/language/`.
 *
 * Every word calls this once, so that a problem can name the author's line and not one of ours.
 */
export function callerPlace(): Place {
  const frames = (new Error().stack ?? "").split("\n").slice(1);
  for (const frame of frames) {
    const place = placeOfFrame(frame);
    if (place) return place;
  }
  return { file: "unknown", line: 0 };
}

function placeOfFrame(frame: string): Place | undefined {
  const match = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()]+?):(\d+):\d+\)?$/.exec(frame);
  if (!match?.[1] || !match[2]) return undefined;
  // A query such as ?t=123 is how loaders tell two versions of a file apart.
  const path = (match[1].startsWith("file://") ? fileURLToPath(match[1]) : match[1]).replace(/\?.*$/, "");
  if (path.startsWith(languageFolder) || path.startsWith("node:")) return undefined;
  const file = path.startsWith(root) ? path.slice(root.length) : path;
  return { file: file.replaceAll("\\", "/"), line: Number(match[2]) };
}
