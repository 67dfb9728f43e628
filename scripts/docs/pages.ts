import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { engine } from "../engine.ts";
import { readMarkdown, type Markdown } from "./markdown.ts";

/** A page that people read, by its path from the root of this repository. */
export interface Page extends Markdown {
  readonly path: string;
  readonly text: string;
  /** Made by a command of this repository: what its examples are made from is tested where it stands. */
  readonly generated: boolean;
}

const generatedFolders = ["docs/checks/", "docs/language/"];

/** All pages: those at the root, and those below docs/. */
export function readPages(): Page[] {
  const root = engine.packageFolder;
  const below = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
  const paths = [...readdirSync(root), ...below.map((path) => `docs/${path.replaceAll("\\", "/")}`)];
  return paths
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const generated = generatedFolders.some((folder) => path.startsWith(folder));
      return { path, text, generated, ...readMarkdown(text) };
    });
}
