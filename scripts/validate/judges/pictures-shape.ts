import type { Files } from "../../../generators/output.ts";
import { counted, pathsFor, type LibraryJudge } from "../judge.ts";
import { geometry, otherTheme } from "../pictures/other-theme.ts";
import { pictureMistakes } from "../pictures/picture-mistakes.ts";
import { readXml } from "../pictures/read-xml.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";

/** The pictures: well-formed, of shapes and words only, and for light pages the same as for dark ones. */
export const picturesShape: LibraryJudge = {
  id: "pictures-shape",
  what: "pictures",
  library: "signalbox",
  isAbout: (path) => path.endsWith(".svg"),
  async judge(subject) {
    const { files } = subject;
    const paths = pathsFor(picturesShape, subject);
    const complaints = paths.flatMap((path) => [...mistakesIn(path, files), ...differences(path, files)]);
    return {
      judged: counted(paths.length, "picture"),
      problems: problemsAt(picturesShape.id, complaints, files),
    };
  },
};

function mistakesIn(path: string, files: Files): Finding[] {
  const read = readXml(files[path] ?? "");
  const mistakes = "mistake" in read ? [read.mistake] : pictureMistakes(read.root);
  return mistakes.map((mistake) => ({ path, ...mistake }));
}

/** Told once for both, at the one whose name comes first; one without the other at itself. */
function differences(path: string, files: Files): Finding[] {
  const other = otherTheme(path);
  if (other === undefined) return [{ path, message: "its name says neither light nor dark" }];
  const twin = files[other];
  if (twin === undefined) return [{ path, message: `there is no out/${other}` }];
  if (path > other || geometry(files[path] ?? "") === geometry(twin)) return [];
  return [{ path, message: `it draws something else than out/${other}` }];
}
