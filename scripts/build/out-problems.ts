import type { Files } from "../../generators/output.ts";
import type { Problem } from "../../generators/problem.ts";
import { manifestPath } from "./manifest.ts";
import type { OutEntry, OutFolder } from "./out-folder.ts";
import { foldersOf } from "./plan.ts";
import { isTemporary } from "./temporary-file.ts";

/** What stands in out/ that the build did not make, or that is in its way: the build touches none of it. */
export function findOutProblems(wanted: Files, { entries, made }: OutFolder): Problem[] {
  const folders = foldersOf(Object.keys(wanted));
  const found = entries.flatMap((entry) => {
    const reason = judge(entry, wanted, folders, made);
    return reason ? [outProblem(entry.path, ...reason)] : [];
  });
  const standing = entries.filter(({ kind, path }) => kind === "file" && path !== manifestPath);
  const isOfAnEarlierBuild = made.size === 0 && standing.some(({ path }) => Object.hasOwn(wanted, path));
  return isOfAnEarlierBuild && found.length > 1 ? [withoutManifest(standing.length)] : found;
}

/** Without its list the build cannot tell its own files from others: one cause, however many files there are. */
function withoutManifest(count: number): Problem {
  return outProblem(
    manifestPath,
    `without its list, manifest.txt, the build cannot tell which of the ${count} files in out/ it made`,
    "bring it back: git checkout HEAD -- out/manifest.txt; if it was never committed, move out/ away, build again, and move back what is yours, such as secrets/ and .env",
  );
}

/** A problem at a path under out/. */
export function outProblem(path: string, message: string, fix: string, check = "out-is-generated"): Problem {
  return { check, place: { file: path === "" ? "out" : `out/${path}`, line: 1 }, message, fix };
}

function judge(
  { path, kind, upToDate }: OutEntry,
  wanted: Files,
  folders: ReadonlySet<string>,
  made: ReadonlySet<string>,
): [message: string, fix: string] | undefined {
  const away = "move it out of out/, or delete it, and build again";
  if (kind === "link") return ["a symbolic link stands in out/, and the build follows none", away];
  if (kind === "other") return ["this is neither a file nor a folder", away];
  if (kind === "folder") {
    const inTheWay = Object.hasOwn(wanted, path);
    return inTheWay ? ["a folder stands where the build writes a file", away] : undefined;
  }
  if (path === "") return ["out is a file, and the build needs a folder there", away];
  if (folders.has(path)) return ["a file stands where the build needs a folder", away];
  if (upToDate || made.has(path) || isTemporary(path)) return undefined;
  return Object.hasOwn(wanted, path)
    ? ["the build did not make this file, and would write its own over it", away]
    : ["the build did not make this file, and nothing else belongs in out/", away];
}
