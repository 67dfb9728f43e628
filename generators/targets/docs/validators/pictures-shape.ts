import type { Files } from "../../../output.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { counted, lookAlways } from "../../validation/subject.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { pictureMistakes } from "../validation/picture-mistakes.ts";
import { readXml } from "../validation/read-xml.ts";

/** The pictures: well-formed, of shapes and words only, and the same for light pages as for dark ones. */
export const picturesShape: OwnValidator = {
  id: "pictures-shape",
  what: "pictures",
  by: "signalbox",
  covers: (path) => path.endsWith(".svg"),
  validate: ({ paths, files, sound = lookAlways }) => ({
    checked: counted(paths.length, "picture"),
    findings: paths.flatMap((path) => [
      ...sound([picturesShape.id, path, files[path] ?? ""], () => mistakesIn(path, files)),
      ...differences(path, files),
    ]),
  }),
};

function mistakesIn(path: string, files: Files): FileFinding[] {
  const read = readXml(files[path] ?? "");
  const mistakes = "mistake" in read ? [read.mistake] : pictureMistakes(read.root);
  return mistakes.map((mistake) => ({ path, ...mistake }));
}

/** Said once for both, at the one whose name comes first; of one without the other at itself. */
function differences(path: string, files: Files): FileFinding[] {
  const other = otherTheme(path);
  if (other === undefined) return [{ path, message: "its name says neither light nor dark" }];
  const twin = files[other];
  if (twin === undefined) return [{ path, message: `out/${other} does not exist` }];
  if (path > other || geometry(files[path] ?? "") === geometry(twin)) return [];
  return [{ path, message: `it does not draw the same as out/${other}` }];
}

/** The path of the same picture for the other background; undefined where the name names none. */
function otherTheme(path: string): string | undefined {
  const [, start, theme] = /^(.*)-(light|dark)\.svg$/.exec(path) ?? [];
  if (start === undefined) return undefined;
  return `${start}-${theme === "light" ? "dark" : "light"}.svg`;
}

/** What a picture draws, without its colours. */
export function geometry(svg: string): string {
  return svg.replace(/<style>[^<]*<\/style>/, "");
}
