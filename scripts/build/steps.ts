import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestPath, printManifest } from "./manifest.ts";
import type { Plan } from "./plan.ts";
import { temporaryPath } from "./temporary-file.ts";

/** One thing that the build does to out/. After any of them the build may be killed, and the next one repairs. */
export type Step =
  | { readonly kind: "write temporary"; readonly path: string; readonly text: string }
  | { readonly kind: "rename"; readonly path: string }
  | { readonly kind: "delete"; readonly path: string }
  | { readonly kind: "delete folder"; readonly path: string };

/**
 * The steps that carry out a plan.
 *
 * All new texts are on the disk before the first file changes, so that a full disk changes nothing. Before a file
 * appears, the manifest claims it beside all the old ones: killed in the middle, the build has made nothing that the
 * next one would take for somebody else's. The manifest of what is wanted comes last.
 *
 * @param wanted the paths that shall stand in out/; of those that change, the texts are in their temporary files
 * @param made what the manifest in out/ lists
 */
export function stepsFor(
  { changes, leftovers, emptyFolders }: Plan,
  wanted: readonly string[],
  made: Iterable<string>,
): Step[] {
  const toWrite = changes.filter(({ kind, path }) => kind !== "deleted" && path !== manifestPath);
  const toDelete = changes.filter(({ kind }) => kind === "deleted");
  const claim = changes.some(({ path }) => path === manifestPath)
    ? replace(manifestPath, printManifest(new Set([...made, ...wanted])))
    : [];
  const manifest = claim.length > 0 ? replace(manifestPath, printManifest(wanted)) : [];
  return [
    ...leftovers.map((path): Step => ({ kind: "delete", path })),
    ...claim,
    ...toWrite.map(({ path }): Step => ({ kind: "rename", path })),
    ...toDelete.map(({ path }): Step => ({ kind: "delete", path })),
    ...manifest,
    ...emptyFolders.map((path): Step => ({ kind: "delete folder", path })),
  ];
}

function replace(path: string, text: string): Step[] {
  return [
    { kind: "write temporary", path, text },
    { kind: "rename", path },
  ];
}

/**
 * Does one step in the folder.
 *
 * @throws the file system's error, as it comes
 */
export function performStep(folder: string, step: Step): void {
  const target = join(folder, step.path);
  const temporary = join(folder, temporaryPath(step.path, process.pid));
  switch (step.kind) {
    case "write temporary":
      mkdirSync(dirname(target), { recursive: true });
      return writeFileSync(temporary, step.text);
    case "rename":
      return renameSync(temporary, target);
    case "delete":
      return rmSync(target, { force: true });
    case "delete folder":
      return rmdirSync(target);
  }
}
