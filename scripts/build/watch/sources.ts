import { dirname, join, relative, sep } from "node:path";
import { engine } from "../../engine.ts";
import type { Project } from "../../project/project.ts";
import { configChain } from "../compiler/config-chain.ts";
import { isInstalled } from "../compiler/fingerprint.ts";
import { filesOfProject, foldersUpFrom, installed } from "../project-files.ts";
import { configName as compilerConfig, nearestConfig } from "../type-check.ts";
import { isBelow, isEditorsOwn } from "./source-tree.ts";

/** What a build reads, and what is therefore watched; all paths are absolute. */
export interface Sources {
  /** Of the project: nothing above it is followed, but single files. */
  readonly root: string;
  /** With everything that is below them, or will be. */
  readonly folders: readonly string[];
  /** Single files elsewhere, whether they are there or not. */
  readonly files: readonly string[];
  /** The folder of the generated files, which are no sources wherever they lie. */
  readonly out: string;
}

/** @param read what a build of the project has read, as far as that is known by now */
export function sourcesOf(project: Project, read: Iterable<string> = []): Sources {
  const { root, out } = project;
  const folders = [dirname(project.definitions), ...foldersOfEngine()];
  const elsewhere = [...read].filter((file) => !isInstalled(file) && !folders.some(isFoundIn(file)));
  const files = new Set([...filesOfProject(project), ...configs(project), ...filesOfEngine(), ...elsewhere]);
  return { root, folders, files: [...files], out };
}

/** Whether who lists a folder finds a file in it. */
function isFoundIn(file: string) {
  return (folder: string): boolean =>
    isBelow(file, folder) && !relative(folder, file).split(sep).some(isEditorsOwn);
}

/** The configurations of the compiler, and where a nearer one may appear. */
function configs(project: Project): string[] {
  const folder = dirname(project.definitions);
  const nearer = foldersUpFrom(folder, project.root).map((each) => join(each, compilerConfig));
  const config = nearestConfig(project, folder);
  try {
    return [...nearer, ...((config && configChain(config)) ?? [])];
  } catch {
    // It was deleted just now.
    return nearer;
  }
}

/** Whoever works on the engine itself wants its changes built as well. */
const foldersOfEngine = (): string[] =>
  engine.isSource || engine.program !== undefined
    ? ["generators", "scripts"].map((folder) => join(engine.packageFolder, folder))
    : [];

/** Whether the engine that runs is, with this file, no longer the one that stands there. */
export function isOfEngine(path: string, { root }: Pick<Project, "root">): boolean {
  return (
    foldersOfEngine().some((folder) => isBelow(path, folder)) ||
    [...filesOfEngine(), join(root, installed)].includes(path)
  );
}

const filesOfEngine = (): string[] =>
  ["package.json", "package-lock.json", installed].map((file) => join(engine.packageFolder, file));
