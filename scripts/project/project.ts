import { relative, sep } from "node:path";

/** In the folder of a project, what it says of itself. */
export const projectConfig = "signalbox.config.ts";

/** A folder in which somebody defines what is monitored; all paths are absolute. */
export interface Project {
  /** The folder itself, as the disk spells it. */
  readonly root: string;
  /** The module that exports `definitions`. */
  readonly definitions: string;
  /** The folder that the generated files are written to. */
  readonly out: string;
}

/** The module of the definitions, as problems name it. */
export function entryOf(project: Project): { readonly root: string; readonly file: string } {
  return { root: project.root, file: nameIn(project, project.definitions) };
}

/** How people call a file or folder of the project: its path from the root, with `/` on every system. */
export function nameIn({ root }: Pick<Project, "root">, path: string): string {
  return relative(root, path).split(sep).join("/");
}

/** `out/` where no part of a longer path or address ends in it. */
const defaultOut = /(?<![\w./-])out\//g;

/** A text for a person that says `out/`, with the name that the folder has in this project. */
export function withNamesOf(project: Project, text: string): string {
  const out = nameIn(project, project.out);
  return out === "out" ? text : text.replace(defaultOut, `${out}/`);
}
