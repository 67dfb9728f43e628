import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { nameIn, type Project } from "../project/project.ts";

/** What decides which packages the definitions get, and how they are read. */
const besides = [
  "signalbox.config.ts",
  "package.json",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "tsconfig.json",
];

/**
 * The texts of all files that the definitions are made of, by their names; undefined where they may depend on something else, such as
 * a file that they read or the date.
 */
export function sourceFiles(project: Project): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>();
  const waiting = [project.definitions];
  for (const path of waiting) {
    const name = nameIn(project, path);
    if (texts.has(name)) continue;
    const text = textOf(path);
    if (text === undefined || dependsOnMore(text)) return undefined;
    texts.set(name, text);
    waiting.push(...importsIn(text).map((specifier) => join(dirname(path), specifier)));
  }
  for (const name of besides) texts.set(name, textOf(join(project.root, name)) ?? "");
  return texts;
}

function textOf(path: string): string | undefined {
  // An import without its ending finds one of several files: only who loads it knows which.
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : undefined;
}

const specifiers = /\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;

function importsIn(text: string): string[] {
  return [...text.matchAll(specifiers)].map(([, specifier = ""]) => specifier).filter(isRelative);
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}\//.test(specifier);
}

/** Words by which code gets at what stands in no file of the project. What only looks so costs a validation that was not needed. */
const more =
  /\bprocess\.\w|\bnew Date\b|\bDate\.\w|\bMath\.random\b|\bglobalThis\b|\brequire\(|\bimport\.meta\b/;

function dependsOnMore(text: string): boolean {
  if (more.test(text) || /\bimport\s*\(\s*[^"'\s]/.test(text)) return true;
  const all = [...text.matchAll(specifiers)].map(([, specifier = ""]) => specifier);
  return all.some((specifier) => !isRelative(specifier) && specifier !== "signalbox");
}
