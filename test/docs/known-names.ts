import * as language from "signalbox";
import { dirname, relative } from "node:path/posix";
import { freeNames } from "./typescript.ts";

/** Where names are exported, by name: "signalbox", or a path of the project. */
export type KnownNames = ReadonlyMap<string, string>;

/** What an example may use without importing it: the language, and what exactly one file of the project exports. */
export function knownNames(files: Readonly<Record<string, string>>): KnownNames {
  const homes = Object.entries(files).flatMap(([path, text]) =>
    [...text.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => [name, path] as const),
  );
  const once = homes.filter(([name]) => homes.filter(([other]) => other === name).length === 1);
  return new Map([...once, ...Object.keys(language).map((name) => [name, "signalbox"] as const)]);
}

/** A file of the project, with what it uses and does not import imported: as an editor does while somebody types. */
export function withImports(path: string, text: string, known: KnownNames): string {
  const imports = freeNames(text).flatMap((name) => {
    const home = known.get(name);
    return home === undefined || home === path
      ? []
      : [`import { ${name} } from "${specifier(path, home)}";\n`];
  });
  return `${imports.join("")}${text}`;
}

function specifier(from: string, home: string): string {
  if (home === "signalbox") return home;
  const path = relative(dirname(from), home);
  return path.startsWith(".") ? path : `./${path}`;
}
