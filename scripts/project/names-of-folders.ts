import { nameIn, type Project } from "./project.ts";

/** `out/` where no part of a longer path or address ends in it. */
const defaultOut = /(?<![\w./-])out\//g;

/** A text for a person that says `out/`, with the name that the folder has in this project. */
export function withNamesOf(project: Project, text: string): string {
  const out = nameIn(project, project.out);
  return out === "out" ? text : text.replace(defaultOut, `${out}/`);
}
