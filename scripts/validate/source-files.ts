import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { importsIn, isBeside } from "../load/imports-in.ts";
import { dependsOnMore } from "../project/depends-on-more.ts";
import { nameIn, projectConfig, type Project } from "../project/project.ts";

/** What decides which packages the definitions get, and how they are read. */
const besides = [
  projectConfig,
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
  const { texts, unread } = modulesOf(project);
  if (unread || [...texts.values()].some(dependsOnMore)) return undefined;
  for (const name of besides) texts.set(name, textOf(join(project.root, name)) ?? "");
  return texts;
}

/** The texts of the modules of the definitions, as far as they can be found, by their names. */
export function moduleTexts(project: Project): ReadonlyMap<string, string> {
  return modulesOf(project).texts;
}

function modulesOf(project: Project): { readonly texts: Map<string, string>; readonly unread: boolean } {
  const texts = new Map<string, string>();
  const waiting = [project.definitions];
  let unread = false;
  for (const path of waiting) {
    const name = nameIn(project, path);
    if (texts.has(name)) continue;
    const text = textOf(path);
    if (text === undefined) {
      unread = true;
      continue;
    }
    texts.set(name, text);
    const beside = importsIn(text).filter(isBeside);
    waiting.push(...beside.map((specifier) => join(dirname(path), specifier)));
  }
  return { texts, unread };
}

function textOf(path: string): string | undefined {
  // An import without its ending finds one of several files: only who loads it knows which.
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : undefined;
}
