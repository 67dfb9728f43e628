import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { PlainFile } from "../../generators/review/plain/documents.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import type { Version } from "../../generators/review/version.ts";
import { compareText } from "../../generators/text/order.ts";

/** What the plain files of a folder configure, or one file; where git compares one that is not there it names /dev/null. */
export function versionOfFolder(path: string): Version {
  const found = statSync(path);
  if (found.isDirectory()) return versionOfFiles(plainFiles(path));
  return versionOfFiles(found.isFile() ? [{ path: basename(path), text: readFileSync(path, "utf8") }] : []);
}

/** The YAML and JSON files below a folder, in an order that no disk decides; not what is installed, or hidden. */
function plainFiles(folder: string, under = ""): PlainFile[] {
  const entries = readdirSync(join(folder, under), { withFileTypes: true });
  const shown = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
  return shown
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return plainFiles(folder, path);
      const isRead = entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name);
      return isRead ? { path, text: readFileSync(join(folder, path), "utf8") } : [];
    });
}
