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
  const texts = new Map<string, string>();
  const waiting = [project.definitions];
  for (const path of waiting) {
    const name = nameIn(project, path);
    if (texts.has(name)) continue;
    const text = textOf(path);
    if (text === undefined || dependsOnMore(text)) return undefined;
    texts.set(name, text);
    waiting.push(
      ...importsIn(text)
        .filter(isBeside)
        .map((specifier) => join(dirname(path), specifier)),
    );
  }
  for (const name of besides) texts.set(name, textOf(join(project.root, name)) ?? "");
  return texts;
}

function textOf(path: string): string | undefined {
  // An import without its ending finds one of several files: only who loads it knows which.
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : undefined;
}
