import { lstatSync, readdirSync, readFileSync } from "node:fs";
import type { Dirent, Stats } from "node:fs";
import { join } from "node:path";
import { compareText } from "../../generators/text/order.ts";
import { manifestPath, readManifest } from "./manifest.ts";

/** Something that is in out/; the path "" is out/ itself, where that is no folder. */
export interface OutEntry {
  /** Path under out/, with `/`. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** What the build finds in out/ before it writes. */
export interface OutFolder {
  /** Sorted by path, so that a folder comes before what it holds. */
  readonly entries: readonly OutEntry[];
  /** The paths that an earlier build made. */
  readonly made: ReadonlySet<string>;
}

/** Lists out/, following no symbolic link; a folder that does not exist is an empty one. */
export function readOutFolder(folder: string): OutFolder {
  const root = lstatSync(folder, { throwIfNoEntry: false });
  if (!root) return { entries: [], made: new Set() };
  const rootKind = kindOf(root);
  if (rootKind !== "folder") return { entries: [{ path: "", kind: rootKind }], made: new Set() };
  const entries = listFolder(folder, "");
  const manifest = entries.find(({ path, kind }) => path === manifestPath && kind === "file");
  return { entries, made: readManifest(manifest && readFileSync(join(folder, manifestPath), "utf8")) };
}

/** What a deployment keeps beside the generated files: secrets, variables, targets, backups. Git ignores them. */
export const deployments: ReadonlySet<string> = new Set(["secrets", ".env", "targets", "backup"]);

function listFolder(folder: string, under: string): OutEntry[] {
  const found = readdirSync(join(folder, under), { withFileTypes: true });
  return found
    .filter(({ name }) => under !== "" || !deployments.has(name))
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((item) => {
      const path = under === "" ? item.name : `${under}/${item.name}`;
      const kind = kindOf(item);
      return [{ path, kind }, ...(kind === "folder" ? listFolder(folder, path) : [])];
    });
}

export function kindOf(item: Dirent | Stats): OutEntry["kind"] {
  if (item.isFile()) return "file";
  if (item.isDirectory()) return "folder";
  return item.isSymbolicLink() ? "link" : "other";
}
